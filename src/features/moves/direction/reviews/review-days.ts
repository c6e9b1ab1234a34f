import { addDays, earlierOf, type IsoDate } from '#domain/dates.ts'
import { authorityParameters } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { lawWith } from '#rules/parameter.ts'
import { reviewInvitation } from '#rules/parameters/off-site-direction.ts'
import type { Direction } from '../direction.query.ts'
import type { Review } from './reviews.query.ts'

/** The last day on which parents are invited in time. */
export const invitationDay = async (tx: Tx, dueOn: IsoDate): Promise<IsoDate> =>
  (await invitations(tx))(dueOn)

/** The same for each of several reviews. */
export async function invitationDays(
  tx: Tx,
  reviews: readonly Pick<Review, 'id' | 'due_on'>[],
): Promise<ReadonlyMap<string, IsoDate>> {
  const by = await invitations(tx)
  return new Map(reviews.map(({ id, due_on }) => [id, by(due_on)]))
}

async function invitations(tx: Tx) {
  const law = lawWith(await authorityParameters(tx))
  return (dueOn: IsoDate) => addDays(dueOn, -law.value(reviewInvitation, dueOn))
}

const daysBetweenReviews = 30

/** Our own default, never after the last day: the law asks for intervals that suit the child. */
export function nextReview({ end_on }: Pick<Direction, 'end_on'>, today: IsoDate): IsoDate {
  const day = addDays(today, daysBetweenReviews)
  return end_on && end_on >= today ? earlierOf(day, end_on) : day
}
