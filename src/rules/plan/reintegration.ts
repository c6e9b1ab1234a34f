import { comparedOn } from '../compared-on.ts'
import { on, type Rule } from '../rule.ts'
import { arrangingProvision } from '../sources/provision.ts'
import { cite, pack } from '../sources.ts'
import { isWritten, partsMissing } from './placement-gates.ts'

export const reintegration: Rule = {
  id: 'PLN-08',
  area: 'PLN',
  title: 'When the pupil is ready to return',
  statement:
    'Where a return to school is an objective, it is agreed how readiness is judged and what support the school gives.',
  binds: 'Commissioner and home school',
  test: 'Speaks when reintegration is an objective, for each of the two that is missing or blank: a breach while live, a warning before.',
  basis: ['council-expectation'],
  levels: ['breach', 'warning'],
  blocks: [],
  sources: [
    cite(pack, '58', 'agreement on how to assess when the pupil is ready to return'),
    cite(arrangingProvision),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) => {
      const aim = placement.plan?.reintegration
      if (!aim) return undefined
      return partsMissing(placement, world, [
        [
          'readiness-criteria',
          isWritten(aim.readinessCriteria),
          'It is not agreed how to judge that the pupil is ready to return. Agree it.',
        ],
        [
          'support-package',
          isWritten(aim.supportPackage),
          'The school’s support for the return is not agreed. Agree it.',
        ],
      ])
    }),
  ],
}
