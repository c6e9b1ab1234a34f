import { Refusal } from '#domain/refusal.ts'
import { reevaluate } from '#features/findings/index.ts'
import { moveReferral, recordCaseEvent, referralToChange } from '#features/referrals/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Decision } from './decision.query.ts'
import { decisionLifecycle } from './decision.ts'

/** The decision no longer holds and the case waits for another one. What was told stays on record. */
export async function bringBack(doer: Doer, decision: Decision, because: string) {
  const { tx, now, audit } = doer
  const replaced = await tx
    .updateTable('decision')
    .set({ status: decisionLifecycle.next(decision.status, 'supersede') })
    .where('id', '=', decision.id)
    .where('version', '=', decision.version)
    .returning('id')
    .executeTakeFirst()
  if (!replaced) throw new Refusal('This decision has changed since you opened it')
  const referral = await referralToChange(tx, decision.referral_id)
  await moveReferral(tx, referral, 'bring back', { waiting_for: 'us', waiting_since: now })
  await tx
    .updateTable('on_roll_check')
    .set({ closed_at: now })
    .where('decision_id', '=', decision.id)
    .where('closed_at', 'is', null)
    .execute()
  await recordCaseEvent(doer, referral.id, 'brought back', {
    because,
    decision: `D-${decision.reference}`,
  })
  audit({
    event: 'decision.superseded',
    subjectKind: 'decision',
    subjectId: decision.id,
    childId: decision.child_id ?? undefined,
  })
  await reevaluate(doer, [referral.id])
}

/** A meeting to which all schools were invited agrees to what was decided in an emergency. */
export async function ratify(doer: Doer, decision: Decision, meetingId: string) {
  const { tx, me, now, audit } = doer
  const meeting = await tx
    .selectFrom('meeting')
    .select(['status', 'starts_at'])
    .where('id', '=', meetingId)
    .executeTakeFirst()
  if (!meeting || !['open', 'held', 'minuted'].includes(meeting.status))
    throw new Refusal('Choose a meeting that is open or has been held')
  const ratified = await tx
    .updateTable('decision')
    .set({ ratified_at: now, ratified_in_id: meetingId, ratified_by: me.userId })
    .where('id', '=', decision.id)
    .where('emergency', '=', true)
    .where('ratified_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ratified) throw new Refusal('This decision has been ratified already')
  await recordCaseEvent(doer, decision.referral_id, 'ratified', {
    decision: `D-${decision.reference}`,
  })
  audit({
    event: 'decision.ratified',
    subjectKind: 'decision',
    subjectId: decision.id,
    childId: decision.child_id ?? undefined,
  })
  await reevaluate(doer, [decision.referral_id])
}
