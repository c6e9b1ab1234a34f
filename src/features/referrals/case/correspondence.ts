import { newId } from '#domain/ids.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordCaseEvent } from '../case-event.ts'
import { referralToChange } from '../move-referral.ts'
import { tellOrganisation } from '../tell.ts'
import { kindOf, tellReferrer } from './triage.ts'

/** A note of the partnership. It stays inside unless it is shared with the school. Notes are added, never rewritten. */
export async function addNote(
  doer: Doer,
  referralId: string,
  { body, shared }: { body: string; shared: boolean },
): Promise<string> {
  const { tx, me, now, audit } = doer
  const referral = await referralToChange(tx, referralId)
  const id = newId()
  await tx
    .insertInto('case_note')
    .values({
      id,
      referral_id: referralId,
      body,
      shared_with_school: shared,
      written_by: me.userId,
      by_organisation: me.organisationId,
      written_at: now,
    })
    .execute()
  if (shared) {
    await recordCaseEvent(doer, referralId, 'noted')
    await tellReferrer(doer, referral, 'note')
  }
  audit({
    event: 'referral.noted',
    subjectKind: 'referral',
    subjectId: referralId,
    childId: referral.child_id ?? undefined,
    detail: { shared },
  })
  return id
}

/** A message between who referred and the partnership. The e-mail says only that there is one. */
export async function sendCaseMessage(
  doer: Doer,
  referralId: string,
  body: string,
): Promise<string> {
  const { tx, me, now, audit } = doer
  const referral = await referralToChange(tx, referralId)
  const partnership = referral.responsible_partnership_id
  if (!partnership) throw new NotFound()
  const referrer = referral.referring_organisation_id
  const to = me.organisationId === partnership ? referrer : partnership
  const id = newId()
  await tx
    .insertInto('case_message')
    .values({
      id,
      referral_id: referralId,
      from_organisation_id: me.organisationId,
      to_organisation_id: to,
      body,
      sent_by: me.userId,
      sent_at: now,
    })
    .execute()
  await recordCaseEvent(doer, referralId, 'messaged')
  await tellOrganisation(
    doer,
    { id: to, kind: to === partnership ? 'partnership' : await kindOf(doer, to) },
    'message',
    referral,
    `/cases/${referralId}/messages`,
  )
  audit({
    event: 'referral.messaged',
    subjectKind: 'referral',
    subjectId: referralId,
    childId: referral.child_id ?? undefined,
  })
  return id
}

/** Whoever of the addressed organisation opens the messages has read them. */
export async function markRead({ tx, me, now }: Doer, referralId: string) {
  await tx
    .updateTable('case_message')
    .set({ read_at: now })
    .where('referral_id', '=', referralId)
    .where('to_organisation_id', '=', me.organisationId)
    .where('read_at', 'is', null)
    .execute()
}
