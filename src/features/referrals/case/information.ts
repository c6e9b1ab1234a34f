import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changeReferral, referralToChange } from '../move-referral.ts'
import { tellOrganisation } from '../tell.ts'
import { finish, kindOf, looked, responded } from './triage.ts'

/** Asks whoever referred. The case then waits for them; the answer comes back to the same place. */
export async function askForInformation(
  doer: Doer,
  referralId: string,
  { question, section, due }: { question: string; section: string | null; due: IsoDate | null },
): Promise<string> {
  const { tx, me, now } = doer
  const referral = await referralToChange(tx, referralId)
  if (!['submitted', 'accepted', 'listed', 'decided'].includes(referral.status))
    throw new Refusal(`You cannot ask about a referral that is ${referral.status}.`)
  const asked = referral.referring_organisation_id
  const id = newId()
  await tx
    .insertInto('information_request')
    .values({
      id,
      referral_id: referralId,
      section,
      question,
      asked_of_organisation_id: asked,
      asked_by: me.userId,
      asked_at: now,
      due_on: due,
    })
    .execute()
  const kind = await kindOf(doer, asked)
  await changeReferral(tx, referral, {
    ...looked(referral, doer),
    ...responded(referral, now),
    waiting_for: kind === 'team' ? 'admissions' : 'school',
    waiting_since: now,
  })
  await finish(doer, referral, 'information asked', 'referral.information-asked', { due })
  await tellOrganisation(doer, { id: asked, kind }, 'information asked', referral)
  return id
}

/** Answers a question where it was asked. With the last one answered, the case waits for the co-ordinator again. */
export async function answerInformation(
  doer: Doer,
  requestId: string,
  { answer, version }: { answer: string; version: number },
): Promise<string> {
  const { tx, me, now } = doer
  const request = await requestToChange(doer, requestId)
  if (request.asked_of_organisation_id !== me.organisationId) throw new NotFound()
  const referral = await referralToChange(tx, request.referral_id)
  await settle(doer, requestId, version, {
    answer,
    answered_by: me.userId,
    answered_at: now,
  })
  await waitForUs(doer, referral)
  await finish(doer, referral, 'information answered', 'referral.information-answered', {})
  if (referral.responsible_partnership_id)
    await tellOrganisation(
      doer,
      { id: referral.responsible_partnership_id, kind: 'partnership' },
      'information answered',
      referral,
    )
  return referral.id
}

/** The co-ordinator no longer needs the answer. */
export async function cancelRequest(
  doer: Doer,
  requestId: string,
  version: number,
): Promise<string> {
  const request = await requestToChange(doer, requestId)
  const referral = await referralToChange(doer.tx, request.referral_id)
  await settle(doer, requestId, version, { cancelled_at: doer.now })
  await waitForUs(doer, referral)
  await finish(doer, referral, 'information no longer needed', 'referral.information-asked', {})
  return referral.id
}

async function requestToChange({ tx }: Doer, id: string) {
  const request = await tx
    .selectFrom('information_request')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!request) throw new NotFound()
  return request
}

type Settlement =
  | { answer: string; answered_by: string; answered_at: Date }
  | { cancelled_at: Date }

async function settle({ tx }: Doer, id: string, version: number, changes: Settlement) {
  const { numUpdatedRows } = await tx
    .updateTable('information_request')
    .set(changes)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('answered_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refusal('This question has been answered or withdrawn already. Reload the page.')
}

async function waitForUs(
  { tx, now }: Doer,
  referral: Awaited<ReturnType<typeof referralToChange>>,
) {
  const still = await tx
    .selectFrom('information_request')
    .select('id')
    .where('referral_id', '=', referral.id)
    .where('answered_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst()
  if (!still && ['school', 'admissions'].includes(referral.waiting_for ?? ''))
    await changeReferral(tx, referral, { waiting_for: 'us', waiting_since: now })
}
