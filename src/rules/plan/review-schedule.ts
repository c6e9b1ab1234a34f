import { comparedOn } from '../compared-on.ts'
import { isLive } from '../counting/placement-days.ts'
import { on, type Rule } from '../rule.ts'
import { cite, pack } from '../sources.ts'

export const reviewSchedule: Rule = {
  id: 'PLN-05',
  area: 'PLN',
  title: 'Schedule to monitor and review',
  statement: 'A running placement always has a review to come.',
  binds: 'Commissioner',
  test: 'A breach when the placement is live and no review that is not yet held is dated today or later.',
  basis: ['council-expectation'],
  levels: ['breach'],
  blocks: [],
  sources: [cite(pack, '38', 'required to have a schedule to monitor and review progress')],
  parameters: [],
  checkedOn: comparedOn,
  checks: [
    on('placement', (placement, world) => {
      if (!isLive(placement, world)) return undefined
      const isToCome = (placement.reviews ?? []).some(
        ({ date, heldDate }) => date >= world.today && !world.happened(heldDate),
      )
      return isToCome
        ? undefined
        : {
            level: 'breach',
            values: { missing: 'future-review' },
            message: 'The placement has no review to come. Set the day of the next one.',
          }
    }),
  ],
}
