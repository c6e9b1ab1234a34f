import { comparedOn } from '../compared-on.ts'
import { runsOn } from '../counting/placement-days.ts'
import { dayJudged, groundIsBlocked } from '../roll/grounds.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'

export const stayOnRoll: Rule = {
  id: 'PLN-10',
  area: 'PLN',
  title: 'Stay on roll and feel part of the school',
  statement:
    'A pupil in alternative provision stays on the roll of the school and is encouraged to feel part of it.',
  binds: 'Home school',
  test: 'A breach when a placement runs on the day on which a removal is judged and ROL-01 to ROL-04 stop that removal. A ground that is available obliges the school to delete the name, placement or not.',
  basis: ['council-expectation'],
  levels: ['breach'],
  blocks: [],
  sources: [cite(pack, '59', 'they should remain so and encouraged to feel part of the school')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('removal', (removal, world, law) => {
      const day = dayJudged(removal, world)
      const isPlaced = world
        .by('placements', 'pupil', removal.pupil)
        .some(placement => runsOn(placement, day, world))
      return isPlaced && groundIsBlocked(removal, world, law)
        ? {
            level: 'breach',
            message: world.happened(removal.deletionDate)
              ? 'The name was deleted during a placement without a ground that allows it. Put the child back on roll.'
              : 'The child is in a placement, and no ground allows the removal. The child stays on roll.',
          }
        : undefined
    }),
  ],
}
