import { comparedOn } from '../compared-on.ts'
import { isOwnLookedAfter } from '../counting/child.ts'
import { commissionerKind, commissionerOf, isLive } from '../counting/placement-days.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'

export const notThroughPartnership: Rule = {
  id: 'QST-02',
  area: 'QST',
  title: 'No questionnaire through the partnership',
  statement:
    'The questionnaire is asked where a school buys from a provider directly, and not through the partnership.',
  binds: 'Virtual School',
  test: 'Information on a live placement of an own looked-after pupil that a partnership commissions: no form is required.',
  basis: ['council-expectation'],
  levels: ['info'],
  blocks: [],
  sources: [cite(pack, '10', 'direct from a provider (not through the SEIP)')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) =>
      isLive(placement, world) &&
      isOwnLookedAfter(world.pupil(placement.pupil), world) &&
      commissionerKind(commissionerOf(placement), world) === 'partnership'
        ? {
            level: 'info',
            values: { required: false },
            message:
              'The partnership commissions this placement, so the school owes no questionnaire.',
          }
        : undefined,
    ),
  ],
}
