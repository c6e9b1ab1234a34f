import { addDays } from '#domain/dates.ts'
import { placementById } from '#features/placements/index.ts'
import {
  closePlacement,
  objectivesOf,
  recordPupilView,
  saveClosing,
} from '#features/plans/index.ts'
import { momentOn } from '../days.ts'
import type { Stage } from '../stage.ts'
import { earlier, type ToldPlacement } from './told-placement.ts'

/** The end report: whole, with the child’s own view, and closed; or still without it. */
export async function tellClosing(stage: Stage, told: ToldPlacement) {
  const { id, startsOn, story, commissioner } = told
  const ended = earlier(addDays(startsOn, story.lasts ?? 0), addDays(stage.today, -1))
  const after = (days: number) => earlier(addDays(ended, days), stage.today)
  const closed = story.reached === 'closed'
  await stage.as(commissioner, momentOn(after(3), 3), async doer => {
    const placement = await placementById(doer.tx, id)
    if (closed)
      await recordPupilView(doer, placement, {
        how: 'with an adult',
        on: doer.today,
        helpedBy: 'The head of year',
        going: 4,
        safe: 5,
        learning: 4,
        best: 'The workshop, and the dog.',
        change: 'Longer lunch.',
        words: null,
      })
    const outcomes = (await objectivesOf(doer.tx, id)).map(objective => ({
      objective: objective.id,
      standing: 'met' as const,
      note: null,
    }))
    await saveClosing(
      doer,
      placement,
      {
        progress: 'Both objectives were met, the second only just.',
        achievements: closed ? 'Two AQA unit awards.' : null,
        destination: closed ? 'Back to all lessons, with a mentor.' : null,
      },
      outcomes,
    )
    if (closed) await closePlacement(doer, placement)
  })
}
