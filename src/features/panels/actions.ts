import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'

/** Something agreed at a meeting, with an owner and a date. */
export async function makeAction(
  { tx, me, now, audit }: Doer,
  about: {
    meetingId: string
    referralId: string | null
    what: string
    ownerOrganisationId: string
    dueOn: IsoDate
  },
) {
  const id = newId()
  await tx
    .insertInto('decision_action')
    .values({
      id,
      meeting_id: about.meetingId,
      referral_id: about.referralId,
      what: about.what,
      owner_organisation_id: about.ownerOrganisationId,
      due_on: about.dueOn,
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  audit({ event: 'action.made', subjectKind: 'action', subjectId: id })
  return id
}

export async function finishAction({ tx, me, now, audit }: Doer, id: string, note: string | null) {
  const done = await tx
    .updateTable('decision_action')
    .set({ done_at: now, done_by: me.userId, done_note: note })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!done) throw new Refusal('This action has been done already')
  audit({ event: 'action.done', subjectKind: 'action', subjectId: id })
}

const actions = (tx: Tx) =>
  tx
    .selectFrom('decision_action as action')
    .leftJoin('organisation as owner', 'owner.id', 'action.owner_organisation_id')
    .leftJoin('user_account as person', 'person.id', 'action.owner_user_id')
    .leftJoin('referral', 'referral.id', 'action.referral_id')
    .leftJoin('meeting', 'meeting.id', 'action.meeting_id')
    .select([
      'action.id',
      'action.what',
      'action.due_on',
      'action.done_at',
      'action.done_note',
      'action.referral_id',
      'action.meeting_id',
      'owner.name as owner',
      'action.owner_organisation_id',
      'person.name as owner_person',
      'referral.reference',
      'meeting.reference as meeting_reference',
    ])
    .orderBy('action.due_on')

/** Actions of a meeting, of a case, or those one's own organisation has yet to do. */
export function actionsOf(
  tx: Tx,
  of: { meetingId?: string; referralId?: string; openFor?: string },
) {
  let query = actions(tx)
  if (of.meetingId) query = query.where('action.meeting_id', '=', of.meetingId)
  if (of.referralId) query = query.where('action.referral_id', '=', of.referralId)
  if (of.openFor)
    query = query
      .where('action.owner_organisation_id', '=', of.openFor)
      .where('action.done_at', 'is', null)
  return query.execute()
}

export async function actionById(tx: Tx, id: string) {
  const found = await actions(tx).where('action.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound()
  return found
}
