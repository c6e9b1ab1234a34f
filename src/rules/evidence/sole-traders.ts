import { comparedOn } from '../compared-on.ts'
import type { Provider } from '../facts.ts'
import type { Draft } from '../finding.ts'
import type { Law } from '../parameter.ts'
import { employersLiabilityInLaw } from '../parameters/insurance.ts'
import { on, type Rule } from '../rule.ts'
import { employersLiability, employersLiabilityExemptions } from '../sources/insurance.ts'
import { cite, pack } from '../sources.ts'
import { providerName } from '../spoken.ts'
import type { World } from '../world.ts'
import { coverOf } from './cover.ts'
import { isSoleTraderOfUnknownStaff } from './who-employs.ts'

export const soleTraders: Rule = {
  id: 'EVD-07',
  area: 'EVD',
  title: 'Whoever employs nobody, and sole traders',
  statement:
    'Employers’ liability does not apply to whoever employs nobody and signs that. A sole trader with an assistant is an employer like any other.',
  binds: 'Provider; commissioner before a start',
  test: 'Employs nobody: information with a signed declaration, a block without. A sole trader of whom we do not know whether they employ or supervise anyone, without £5 million of cover: a block.',
  basis: ['law'],
  levels: ['info', 'high'],
  blocks: ['start-placement'],
  sources: [
    cite(pack, '9', 'not, though, applicable to Sole Traders'),
    cite(employersLiability),
    cite(employersLiabilityExemptions),
  ],
  parameters: [employersLiabilityInLaw],
  checkedOn: comparedOn,
  checks: [on('provider', judge)],
}

function judge(provider: Provider, world: World, law: Law): Draft | undefined {
  const name = providerName(provider.id, world)
  if (provider.employsAnyone === false)
    return world.happened(provider.noEmployeesDeclarationDate)
      ? {
          level: 'info',
          values: { status: 'not-applicable' },
          message: `${name} has declared that it employs nobody, so employers’ liability does not apply.`,
        }
      : {
          level: 'high',
          blocks: ['start-placement'],
          values: { missing: 'declaration' },
          message: `${name} is said to employ nobody. Ask for a signed declaration, volunteers and students included.`,
        }
  if (!isSoleTraderOfUnknownStaff(provider)) return undefined
  const cover = coverOf(provider, 'employers-liability', world)
  if (cover !== undefined && cover >= law.value(employersLiabilityInLaw, world.today))
    return undefined
  return {
    level: 'high',
    blocks: ['start-placement'],
    values: { unknown: 'employs-anyone' },
    message: `${name} is a sole trader. Ask whether anyone is employed or supervised, volunteers and students included.`,
  }
}
