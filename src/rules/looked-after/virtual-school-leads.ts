import { comparedOn } from '../compared-on.ts'
import { isOwnLookedAfter } from '../counting/child.ts'
import { commissionerKind, isLive } from '../counting/placement-days.ts'
import type { Id } from '../facts.ts'
import type { Draft } from '../finding.ts'
import { on, type Rule } from '../rule.ts'
import { directionToAcademies } from '../sources/schools.ts'
import { cite, faq } from '../sources.ts'
import type { World } from '../world.ts'

export const virtualSchoolLeads: Rule = {
  id: 'LAC-02',
  area: 'LAC',
  title: 'This authority’s child: the Virtual School leads',
  statement:
    'The Virtual School head and the children-in-care team secure the admission of this authority’s looked-after child. The co-ordinator only advises the school to refer quickly if more support is needed.',
  binds: 'Virtual School; co-ordinator',
  test: 'Speaks while no partnership works with the child: no open referral, no live programme and no live placement that a partnership commissions.',
  basis: ['local-agreement'],
  levels: ['info'],
  blocks: [],
  sources: [
    cite(faq, '13', 'You should not be involved other than to advise the school'),
    cite(directionToAcademies),
  ],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('pupil', (pupil, world): Draft | undefined => {
      if (!isOwnLookedAfter(pupil, world) || partnershipWorksWith(pupil.id, world)) return undefined
      return {
        level: 'info',
        values: {
          lead: 'virtual-school',
          coordinator: 'monitor-only',
          task: 'notify-virtual-school',
        },
        message:
          'The Virtual School leads for this child. Tell it, watch the case, and advise the school to refer quickly if it needs more support.',
      }
    }),
  ],
}

const partnershipWorksWith = (pupil: Id, world: World): boolean =>
  world.by('referrals', 'pupil', pupil).some(({ closedDate }) => !world.happened(closedDate)) ||
  world
    .by('programmes', 'pupil', pupil)
    .some(({ start, end }) => start <= world.today && world.today <= (end ?? world.today)) ||
  world
    .by('placements', 'pupil', pupil)
    .some(
      placement =>
        isLive(placement, world) &&
        placement.commissioners?.some(id => commissionerKind(id, world) === 'partnership'),
    )
