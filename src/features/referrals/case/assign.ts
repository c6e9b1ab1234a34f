import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordCaseEvent } from '../case-event.ts'
import { changeReferral, referralToChange } from '../move-referral.ts'
import { tellPerson } from '../tell.ts'
import { looked } from './triage.ts'

/** People of the partnership who can own a case, or support it. */
export const colleagues = (
  tx: Tx,
  organisationId: string,
  role: 'coordinator' | 'support-worker',
  today: IsoDate,
) =>
  tx
    .selectFrom('membership')
    .innerJoin('user_account as person', 'person.id', 'membership.user_id')
    .select(['person.id', 'person.name'])
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.role', '=', role)
    .where('membership.valid_from', '<=', today)
    .where(eb =>
      eb.or([eb('membership.valid_to', 'is', null), eb('membership.valid_to', '>=', today)]),
    )
    .where('person.ended_at', 'is', null)
    .orderBy('person.name')
    .execute()

/** Gives the case an owner: oneself or another co-ordinator of the partnership. */
export async function assignReferral(
  doer: Doer,
  referralId: string,
  userId: string,
): Promise<void> {
  const { tx, me, today } = doer
  const referral = await referralToChange(tx, referralId)
  const person = (await colleagues(tx, me.organisationId, 'coordinator', today)).find(
    ({ id }) => id === userId,
  )
  if (!person) throw new NotFound()
  if (referral.assigned_to === userId) return
  await changeReferral(tx, referral, { ...looked(referral, doer), assigned_to: userId })
  await endOwner(doer, referralId)
  await give(doer, referralId, { userId, role: 'owner', from: today, to: null })
  await recordCaseEvent(doer, referralId, 'assigned', { to: person.name })
  remember(doer, referral, userId, 'owner')
  if (userId !== me.userId) await tellPerson(doer, userId, 'assigned', referral)
}

/** Lets a support worker into the case for some days; without it they cannot see that it exists. */
export async function assignSupport(
  doer: Doer,
  referralId: string,
  { userId, from, to }: { userId: string; from: IsoDate; to: IsoDate | null },
): Promise<void> {
  const { tx, me, today } = doer
  const referral = await referralToChange(tx, referralId)
  const person = (await colleagues(tx, me.organisationId, 'support-worker', today)).find(
    ({ id }) => id === userId,
  )
  if (!person) throw new NotFound()
  if (to && to < from) throw new Refusal('The last day must not be before the first day.')
  await give(doer, referralId, { userId, role: 'support', from, to })
  await recordCaseEvent(doer, referralId, 'support assigned', { to: person.name, from, until: to })
  remember(doer, referral, userId, 'support')
  await tellPerson(doer, userId, 'assigned', referral)
}

/** The last day of an assignment: today, so that what was seen until now stays explained. */
export async function endSupport(doer: Doer, referralId: string, assignmentId: string) {
  const { tx, today } = doer
  const referral = await referralToChange(tx, referralId)
  const { numUpdatedRows } = await tx
    .updateTable('case_assignment')
    .set({ to_on: today })
    .where('id', '=', assignmentId)
    .where('referral_id', '=', referralId)
    .where('role', '=', 'support')
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new NotFound()
  await recordCaseEvent(doer, referralId, 'support ended')
  remember(doer, referral, undefined, 'support')
}

const give = (
  { tx, me, now }: Doer,
  referralId: string,
  {
    userId,
    role,
    from,
    to,
  }: { userId: string; role: 'owner' | 'support'; from: IsoDate; to: IsoDate | null },
) =>
  tx
    .insertInto('case_assignment')
    .values({
      id: newId(),
      referral_id: referralId,
      user_id: userId,
      role,
      from_on: from,
      to_on: to,
      given_by: me.userId,
      given_at: now,
    })
    .execute()

const endOwner = ({ tx, today }: Doer, referralId: string) =>
  tx
    .updateTable('case_assignment')
    .set({ to_on: today })
    .where('referral_id', '=', referralId)
    .where('role', '=', 'owner')
    .where('to_on', 'is', null)
    .execute()

const remember = (
  { audit }: Doer,
  referral: { id: string; child_id: string | null },
  user: string | undefined,
  role: string,
) =>
  audit({
    event: 'referral.assigned',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: referral.child_id ?? undefined,
    detail: { user, role },
  })
