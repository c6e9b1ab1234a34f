import { comparedOn } from '../compared-on.ts'
import { isOthersLookedAfter } from '../counting/child.ts'
import { commissionerKind, commissionerOf, isLive } from '../counting/placement-days.ts'
import { on, type Rule } from '../rule.ts'
import { cite, ourDesign, pack } from '../sources.ts'

export const otherAuthoritysChild: Rule = {
  id: 'QST-06',
  area: 'QST',
  title: 'Another authority’s looked-after child',
  statement:
    'For a child looked after by another authority this questionnaire is not required. That authority’s Virtual School has a process of its own.',
  binds: 'Commissioning school',
  test: 'Information on a live placement that a school commissions for another authority’s looked-after child: the form may serve as a template.',
  basis: ['design'],
  levels: ['info'],
  blocks: [],
  sources: [cite(ourDesign), cite(pack, '263', 'attended by Leicestershire Looked-After Children')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) =>
      isLive(placement, world) &&
      isOthersLookedAfter(world.pupil(placement.pupil), world) &&
      commissionerKind(commissionerOf(placement), world) === 'school'
        ? {
            level: 'info',
            values: { required: false },
            message:
              'Another authority looks after this child, so the questionnaire is not required. Ask that authority’s Virtual School what it needs.',
          }
        : undefined,
    ),
  ],
}
