import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateDirections } from '#features/findings/index.ts'
import { addressesOf } from '#features/organisations/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import { directionDone } from '../about.ts'
import type { Direction } from '../direction.query.ts'
import { changeDirection } from '../run/change-direction.ts'
import type { Review, ReviewRequest } from './reviews.query.ts'

/** Sets the day of the next review. */
export async function planReview(doer: Doer, direction: Direction, dueOn: IsoDate) {
  await stillStands(doer, direction)
  await doer.tx
    .insertInto('off_site_review')
    .values({
      id: newId(),
      direction_id: direction.id,
      due_on: dueOn,
      made_by: doer.me.userId,
      made_at: doer.now,
    })
    .execute()
  doer.audit(directionDone('direction.review-planned', direction, { on: dueOn }))
  await reevaluateDirections(doer, direction.child_id)
}

/** Parents were invited on a day; the review may be put on another. */
export async function inviteToReview(
  doer: Doer,
  direction: Direction,
  review: Review,
  { dueOn, invitedOn }: { dueOn: IsoDate; invitedOn: IsoDate | null },
) {
  await stillStands(doer, direction)
  await changeReview(doer, review, { due_on: dueOn, invited_on: invitedOn })
  doer.audit(
    directionDone('direction.review-planned', direction, { on: dueOn, invited: invitedOn }),
  )
  await reevaluateDirections(doer, direction.child_id)
}

export interface HeldReview {
  readonly heldOn: IsoDate
  readonly attendees: string
  readonly decision: 'continue' | 'change' | 'end'
  readonly continueUntil: IsoDate | null
  readonly notes: string | null
  readonly nextOn: IsoDate | null
}

/** What a review decided: whether the direction goes on, and for how long (reg 4). Its last day follows. */
export async function recordReview(
  doer: Doer,
  direction: Direction,
  review: Review,
  held: HeldReview,
) {
  if (held.heldOn > doer.today) throw new Refusal('Record the review on its day, or after it.')
  await stillStands(doer, direction)
  await changeReview(doer, review, {
    held_on: held.heldOn,
    attendees: held.attendees,
    decision: held.decision,
    continue_until: held.continueUntil,
    notes: held.notes,
  })
  if (held.continueUntil && held.continueUntil !== direction.end_on)
    await changeDirection(doer.tx, direction, { end_on: held.continueUntil })
  doer.audit(directionDone('direction.review-held', direction, { decision: held.decision }))
  if (held.nextOn) await planReview(doer, direction, held.nextOn)
  else await reevaluateDirections(doer, direction.child_id)
}

/** Somebody may have ended the direction since it was read; until this is done nobody ends it now. */
async function stillStands({ tx }: Doer, { id, status }: Direction) {
  const now = await tx
    .selectFrom('off_site_direction')
    .select('status')
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (now?.status !== status)
    throw new Refusal('This direction has changed since you opened it. Reload the page and look.')
}

async function changeReview(
  { tx }: Doer,
  { id, version }: Review,
  changes: Partial<
    Pick<
      Review,
      'due_on' | 'invited_on' | 'held_on' | 'attendees' | 'decision' | 'continue_until' | 'notes'
    >
  >,
) {
  await changeOne(
    tx
      .updateTable('off_site_review')
      .set(changes)
      .where('id', '=', id)
      .where('version', '=', version)
      .where('held_on', 'is', null),
    'This review',
  )
}

/** Somebody asked in writing for a review. The authority records its own request, and the school is told of it. */
export async function recordRequest(
  doer: Doer,
  direction: Direction,
  { askedBy, askedOn }: { askedBy: 'parent' | 'authority'; askedOn: IsoDate },
) {
  const { tx, me, now, today, audit } = doer
  await runsStill(tx, direction.id)
  await tx
    .insertInto('off_site_review_request')
    .values({
      id: newId(),
      direction_id: direction.id,
      asked_on: askedOn,
      asked_by: askedBy,
      recorded_by: me.userId,
      recorded_at: now,
    })
    .execute()
  audit(directionDone('direction.review-asked', direction, { by: askedBy, on: askedOn }))
  if (me.organisationId === direction.school_id)
    return reevaluateDirections(doer, direction.child_id)
  for (const to of await addressesOf(
    tx,
    direction.school_id,
    ['school-referrer', 'school-dsl'],
    today,
  ))
    await sendMail(tx, {
      kind: 'direction review asked',
      to,
      subject: 'A review of an off-site direction is asked for',
      body: `A review of an off-site direction is asked for.\n\nSign in to Onroll to read it: /directions/${direction.id}`,
      fromOrganisationId: me.organisationId,
    })
}

/** The authority may not lock a direction that is not its own: who asks and who ends wait for the same word. */
async function runsStill(tx: Tx, id: string) {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`direction ${id}`}, 0))`.execute(
    tx,
  )
  const now = await tx
    .selectFrom('off_site_direction')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirst()
  if (now?.status !== 'issued')
    throw new Refusal(
      'The direction has ended since you opened this, so no review can be asked for. Nothing was recorded.',
    )
}

export async function answerRequest(
  doer: Doer,
  direction: Direction,
  request: ReviewRequest,
  { answer, answeredOn }: { answer: string; answeredOn: IsoDate },
) {
  const { numUpdatedRows } = await doer.tx
    .updateTable('off_site_review_request')
    .set({ answer, answered_on: answeredOn })
    .where('id', '=', request.id)
    .where('answered_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refusal('Somebody has answered this already. Reload the page and look.')
  doer.audit(directionDone('direction.review-answered', direction))
  await reevaluateDirections(doer, direction.child_id)
}
