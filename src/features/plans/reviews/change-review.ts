import type { Updateable } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import { type Placement, recordPlacementEvent } from '#features/placements/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { PlacementReviewTable } from '#platform/database/schema.generated.ts'
import type { Doer } from '#platform/http/visit.ts'
import { about } from '../plan/write-plan.ts'
import { tell } from '../tell.ts'
import type { Review } from './reviews.query.ts'

/** Puts a review that was not held yet on another day, and tells the provider. Why stands in the placement’s history. */
export async function moveReview(
  doer: Doer,
  placement: Placement,
  review: Review,
  { to, because }: { readonly to: IsoDate; readonly because: string },
) {
  if (to < doer.today) throw new Refusal('The review is today or later.')
  await change(doer, review, { due_on: to, invited_on: doer.today })
  await recordPlacementEvent(doer, placement.id, 'review moved', because, {
    from: review.due_on,
    to,
  })
  doer.audit({ ...about(placement), event: 'review.moved', detail: { from: review.due_on, to } })
  await tellProvider(doer, placement, {
    kind: 'review moved',
    subject: `Placement ${placement.name}: the review of ${dayInWords(review.due_on)} is on ${dayInWords(to)} now`,
  })
  await reevaluateProvision(doer, placement.child_id)
}

/** Calls a review off: it is held on no day. The next one is planned from the page of reviews. */
export async function callReviewOff(
  doer: Doer,
  placement: Placement,
  review: Review,
  because: string,
) {
  await change(doer, review, { cancelled_because: because })
  await recordPlacementEvent(doer, placement.id, 'review called off', because, {
    from: review.due_on,
  })
  doer.audit({ ...about(placement), event: 'review.called-off', detail: { from: review.due_on } })
  await tellProvider(doer, placement, {
    kind: 'review called off',
    subject: `Placement ${placement.name}: the review of ${dayInWords(review.due_on)} is called off`,
  })
  await reevaluateProvision(doer, placement.child_id)
}

const change = ({ tx }: Doer, { id, version }: Review, to: Updateable<PlacementReviewTable>) =>
  changeOne(
    tx
      .updateTable('placement_review')
      .set(to)
      .where('id', '=', id)
      .where('version', '=', version)
      .where('held_on', 'is', null),
    'This review',
  )

async function tellProvider(
  doer: Doer,
  placement: Placement,
  words: { readonly kind: string; readonly subject: string },
) {
  if (placement.provider_id)
    await tell(doer, placement.provider_id, ['provider-manager'], {
      ...words,
      path: `/placed/${placement.id}/plan`,
    })
}
