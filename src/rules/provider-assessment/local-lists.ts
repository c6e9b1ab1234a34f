import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { partnershipAdvice } from '../sources/provision.ts'
import { cite, ourDesign, pack } from '../sources.ts'
import { providerName } from '../spoken.ts'

export const localLists: Rule = {
  id: 'QAV-04',
  area: 'QAV',
  title: 'Local lists are a start only',
  statement: 'Being on a list or database of providers shows nothing about quality.',
  binds: 'Commissioner',
  test: 'Information on a provider that is on a local list: it counts for nothing.',
  basis: ['design'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(ourDesign),
    cite(pack, '36', 'robust quality-assurance processes'),
    cite(partnershipAdvice),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('provider', ({ id, onLocalList }, world) =>
      onLocalList === true
        ? {
            level: 'info',
            values: { counts: false },
            message: `${providerName(id, world)} is on a local list. That is a place to start, and no assurance.`,
          }
        : undefined,
    ),
  ],
}
