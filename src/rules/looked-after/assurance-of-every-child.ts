import { comparedOn } from '../compared-on.ts'
import { isOwnLookedAfter } from '../counting/child.ts'
import { commissionerKind, commissionerOf, isLive } from '../counting/placement-days.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { exclusionGuidance } from '../sources/moves.ts'
import { cite, pack } from '../sources.ts'

export const assuranceOfEveryChild: Rule = {
  id: 'LAC-05',
  area: 'LAC',
  title: 'The Virtual School needs assurance on every looked-after child',
  statement:
    'The commissioner tells the Virtual School what was done to ensure that the provision is good and right for the child, and how progress will be monitored.',
  binds: 'Schools that commission directly',
  test: 'One finding for each of the two parts that is not recorded, on live placements that a school commissions for this authority’s looked-after child.',
  basis: ['council-expectation'],
  levels: ['breach'],
  blocks: [],
  sources: [
    cite(pack, '4', 'will need confirmation from commissioners of AP'),
    cite(exclusionGuidance, 'interim PEP review'),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world): readonly Draft[] => {
      if (commissionerKind(commissionerOf(placement), world) !== 'school') return []
      if (!isLive(placement, world)) return []
      if (!isOwnLookedAfter(world.pupil(placement.pupil), world)) return []
      const { qualityRecordedDate, monitoringRecordedDate } = placement.assurance ?? {}
      const tell = (missing: string, words: string): Draft => ({
        level: 'breach',
        values: { missing },
        message: `The Virtual School has not been told ${words}. Record it.`,
      })
      return [
        ...(world.happened(qualityRecordedDate)
          ? []
          : [tell('quality', 'what was done to ensure quality and appropriateness')]),
        ...(world.happened(monitoringRecordedDate)
          ? []
          : [tell('monitoring', 'how progress will be monitored')]),
      ]
    }),
  ],
}
