import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import { type Placement, recordPlacementEvent } from '#features/placements/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Progress } from '../plan/fields.ts'
import { noteProgress } from '../plan/objectives.ts'
import { about } from '../plan/write-plan.ts'
import { tell } from '../tell.ts'
import { type Review, reviewsOf } from './reviews.query.ts'

/** Sets the day of the next review and tells the provider of it. */
export async function planReview(doer: Doer, placement: Placement, dueOn: IsoDate) {
  const { tx, me, now, today, audit } = doer
  if (dueOn < today) throw new Refusal('The next review is today or later.')
  const planned = await reviewToCome(tx, placement.id)
  if (planned)
    throw new Refusal(
      `A review is planned already, on ${dayInWords(planned.due_on)}. Move it, or record it.`,
    )
  await tx
    .insertInto('placement_review')
    .values({
      id: newId(),
      placement_id: placement.id,
      due_on: dueOn,
      invited_on: today,
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  audit({ ...about(placement), event: 'review.planned', detail: { on: dueOn } })
  if (placement.provider_id)
    await tell(doer, placement.provider_id, ['provider-manager'], {
      kind: 'review planned',
      subject: `Placement ${placement.name}: a review on ${dayInWords(dueOn)}`,
      path: `/placed/${placement.id}/plan`,
    })
  await reevaluateProvision(doer, placement.child_id)
}

export interface HeldReview {
  readonly heldOn: IsoDate
  readonly attendees: string
  readonly pupilPresent: boolean
  readonly attainment: string | null
  readonly needs: string | null
  readonly engagement: string | null
  readonly nextSteps: string | null
  readonly outcome: 'continue' | 'change' | 'end' | 'return to school'
  readonly nextOn: IsoDate | null
  readonly progress: readonly { objective: string; standing: Progress; note: string | null }[]
}

/** What a review found: under the four outcomes that good provision aims at (PLN-18), and against each objective. */
export async function recordReview(
  doer: Doer,
  placement: Placement,
  review: Review,
  held: HeldReview,
) {
  const { tx, me, now, today, audit } = doer
  if (held.heldOn > today) throw new Refusal('Record the review on its day, or after it.')
  const recorded = await tx
    .updateTable('placement_review')
    .set({
      held_on: held.heldOn,
      attendees: held.attendees,
      pupil_present: held.pupilPresent,
      attainment: held.attainment,
      needs: held.needs,
      engagement: held.engagement,
      next_steps: held.nextSteps,
      outcome: held.outcome,
      recorded_by: me.userId,
      recorded_at: now,
    })
    .where('id', '=', review.id)
    .where('held_on', 'is', null)
    .executeTakeFirst()
  if (recorded.numUpdatedRows !== 1n)
    throw new Refusal('Somebody has recorded this review already. Reload the page and look.')
  for (const { objective, ...progress } of held.progress)
    await noteProgress(doer, placement, objective, {
      ...progress,
      on: held.heldOn,
      reviewId: review.id,
    })
  await recordPlacementEvent(doer, placement.id, 'review held', null, {
    on: held.heldOn,
    outcome: held.outcome,
  })
  audit({ ...about(placement), event: 'review.held', detail: { outcome: held.outcome } })
  if (held.nextOn && !(await reviewToCome(tx, placement.id)))
    await planReview(doer, placement, held.nextOn)
  else await reevaluateProvision(doer, placement.child_id)
}

/** The review that is planned. Whoever asks next waits until this one is through, so that two never plan two. */
async function reviewToCome(tx: Tx, placementId: string) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`review ${placementId}`}, 0))`.execute(
    tx,
  )
  return (await reviewsOf(tx, placementId)).find(({ held_on }) => held_on === null)
}
