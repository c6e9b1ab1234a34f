import { comparedOn } from '../compared-on.ts'
import { isOwnLookedAfter } from '../counting/child.ts'
import { commissionerKind, commissionerOf, isLive } from '../counting/placement-days.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'

export const whoGivesAssurance: Rule = {
  id: 'LAC-06',
  area: 'LAC',
  title: 'Arranged by a partnership, or by a school',
  statement:
    'Provision that a partnership arranges is covered by its agreement with the Council. Provision that a school commissions directly is not: the school gives the evidence itself.',
  binds: 'Commissioners',
  test: 'Says, for each live placement of this authority’s looked-after child, where the assurance comes from. The holder of the agreement is the commissioner.',
  basis: ['council-expectation'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(
      pack,
      '4',
      'Provision arranged by the SEIPs is covered by the agreement that the Council has with each partnership',
    ),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world): Draft | undefined => {
      const kind = commissionerKind(commissionerOf(placement), world)
      if (kind !== 'school' && kind !== 'partnership') return undefined
      if (!isLive(placement, world)) return undefined
      if (!isOwnLookedAfter(world.pupil(placement.pupil), world)) return undefined
      return kind === 'partnership'
        ? {
            level: 'info',
            values: { assurance: 'council-partnership-agreement' },
            message: 'The partnership’s agreement with the Council gives the assurance.',
          }
        : {
            level: 'info',
            values: { assurance: 'questionnaire' },
            message: 'The school bought this placement, so it answers the questionnaire.',
          }
    }),
  ],
}
