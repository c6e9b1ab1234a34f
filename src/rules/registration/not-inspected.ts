import { comparedOn } from '../compared-on.ts'
import { isInUse } from '../counting/commissioning.ts'
import { isRegistered } from '../counting/provider.ts'
import { on, type Rule } from '../rule.ts'
import { providerStandards } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { providerName } from '../spoken.ts'

export const notInspected: Rule = {
  id: 'REG-03',
  area: 'REG',
  title: 'Unregistered settings are not inspected in their own right',
  statement:
    'Ofsted does not inspect a setting that need not register, so its commissioners must satisfy themselves in full.',
  binds: 'Every commissioner of the provider',
  test: 'Speaks while a placement at an unregistered provider runs or is still to come.',
  basis: ['council-expectation'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(pack, '43', 'not inspected by Ofsted in their own right'),
    cite(providerStandards),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('provider', (provider, world) =>
      !isRegistered(provider) && isInUse(provider.id, world)
        ? {
            level: 'info',
            values: { fullQualityAssurance: true },
            message: `Ofsted does not inspect ${providerName(provider.id, world)} in its own right. The commissioners’ own evidence, assessment and visits must cover everything.`,
          }
        : undefined,
    ),
  ],
}
