import { addDays, type IsoDate } from '#domain/dates.ts'
import { authorityCalendar } from '#features/organisations/index.ts'
import type { Placement } from '#features/placements/index.ts'
import type { Tx } from '#platform/database/database.ts'

/** Reviews of a placement, the next one first, then those that were held. */
export const reviewsOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('placement_review')
    .selectAll()
    .where('placement_id', '=', placementId)
    .where('cancelled_because', 'is', null)
    .orderBy('held_on', at => at.desc().nullsFirst())
    .orderBy('due_on')
    .execute()
export type Review = Awaited<ReturnType<typeof reviewsOf>>[number]

/** Thirty school days are a half-term: reviews come at least as often (KCSIE; our reading of “frequent”). */
const schoolDaysBetween = 30

/** The day by which the next review should be, by the school calendar; never after the planned end. */
export async function nextReviewDay(
  tx: Tx,
  placement: Pick<Placement, 'planned_end_on' | 'started_on' | 'planned_start_on'>,
  reviews: readonly Review[],
  today: IsoDate,
): Promise<IsoDate> {
  const held = reviews.flatMap(({ held_on }) => held_on ?? []).sort()
  const since = held.at(-1) ?? placement.started_on ?? placement.planned_start_on
  const calendar = await authorityCalendar(tx)
  const due = calendar.nthAfter(since, schoolDaysBetween) ?? addDays(since, 42)
  const end = placement.planned_end_on
  const day = end && end < due && end >= today ? end : due
  return day < today ? today : day
}
