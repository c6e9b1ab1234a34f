import { addDays, earlierOf, type IsoDate } from '#domain/dates.ts'
import { authorityParameters } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { lawWith } from '#rules/parameter.ts'
import { reviewInvitation } from '#rules/parameters/off-site-direction.ts'
import type { Direction } from '../direction.query.ts'

/** The last day on which parents are invited in time. */
export async function invitationDay(tx: Tx, dueOn: IsoDate): Promise<IsoDate> {
  const law = lawWith(await authorityParameters(tx))
  return addDays(dueOn, -law.value(reviewInvitation, dueOn))
}

const daysBetweenReviews = 30

/** Our own default, never after the last day: the law asks for intervals that suit the child. */
export function nextReview({ end_on }: Pick<Direction, 'end_on'>, today: IsoDate): IsoDate {
  const day = addDays(today, daysBetweenReviews)
  return end_on && end_on >= today ? earlierOf(day, end_on) : day
}
