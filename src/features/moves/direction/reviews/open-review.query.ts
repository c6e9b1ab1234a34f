import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Visit } from '#platform/http/visit.ts'
import { hasPlan, ownDirection } from '../direction.query.ts'
import { invitationDay } from './review-days.ts'
import { reviewsOf } from './reviews.query.ts'

/** A review of one’s own direction that has not been held yet. */
export async function openReview(visit: Visit<`/directions/:direction/reviews/:review/${string}`>) {
  const direction = await ownDirection(visit, visit.params.direction, ['issued'])
  const review = (await reviewsOf(visit.tx, direction.id)).find(
    ({ id }) => id === visit.params.review,
  )
  if (!review) throw new NotFound()
  if (review.held_on) throw new Refusal('This review has been held. What was recorded stays.')
  return {
    direction,
    review,
    today: visit.today,
    plan: await hasPlan(visit.tx, direction.child_id, visit.today),
    invite: await invitationDay(visit.tx, review.due_on),
  }
}
