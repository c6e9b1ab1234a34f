import { Refusal } from '#domain/refusal.ts'
import { addressesOf, teamOf } from '#features/organisations/index.ts'
import {
  acceptReferral,
  recordCaseEvent,
  reevaluate,
  returnReferral,
} from '#features/referrals/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import type { FairAccessCase } from './case.query.ts'

/** The criteria are met: the child is the co-ordinator’s until on roll, and the 20 school days begin (FA-01 to FA-03). */
export async function criteriaMet(doer: Doer, fair: FairAccessCase, reason: string) {
  await judge(doer, fair, 'met', reason, { accepted_on: doer.today })
  await acceptReferral(doer, fair.referral_id)
}

/** The criteria are not met: back to Admissions, with the reason. */
export async function criteriaNotMet(doer: Doer, fair: FairAccessCase, reason: string) {
  await judge(doer, fair, 'not met', reason, {})
  await returnReferral(doer, fair.referral_id, `The Fair Access criteria are not met. ${reason}`)
}

/** In doubt: the authority’s Fair Access adviser is asked. The clock does not stop. */
export async function askAdviser(doer: Doer, fair: FairAccessCase, question: string) {
  const { tx, me, now, today, audit } = doer
  await judge(doer, fair, 'in doubt', question, {
    doubt_question: question,
    doubt_sent_at: now,
    doubt_answer: null,
    doubt_answered_at: null,
    doubt_answered_by: null,
  })
  await tx
    .updateTable('referral')
    .set({ waiting_for: 'admissions', waiting_since: now })
    .where('id', '=', fair.referral_id)
    .execute()
  const admissions = await teamOf(tx, 'admissions')
  if (!admissions)
    throw new Refusal(
      'There is no Admissions team yet. Ask the authority’s administrator to set it up.',
    )
  for (const to of await addressesOf(tx, admissions.id, ['admissions'], today))
    await sendMail(tx, {
      kind: 'fair-access-advice',
      to,
      subject: `Fair Access advice asked for: R-${fair.reference}`,
      body: `A co-ordinator is in doubt whether case R-${fair.reference} meets the Fair Access criteria. Sign in to Onroll to answer.`,
      fromOrganisationId: me.organisationId,
    })
  await recordCaseEvent(doer, fair.referral_id, 'advice asked', { question })
  audit({
    event: 'fair-access.advice-asked',
    subjectKind: 'referral',
    subjectId: fair.referral_id,
    childId: fair.child_id ?? undefined,
  })
}

/** The adviser answers; the co-ordinator decides. */
export async function giveAdvice(doer: Doer, fair: FairAccessCase, answer: string) {
  const { tx, me, now, today, audit } = doer
  const given = await tx
    .updateTable('fair_access_case')
    .set({ doubt_answer: answer, doubt_answered_at: now, doubt_answered_by: me.userId })
    .where('referral_id', '=', fair.referral_id)
    .where('version', '=', fair.version)
    .where('doubt_sent_at', 'is not', null)
    .returning('referral_id')
    .executeTakeFirst()
  if (!given)
    throw new Refusal('Nobody has asked for advice on this case, or it has just been answered')
  if (fair.responsible_partnership_id)
    for (const to of await addressesOf(tx, fair.responsible_partnership_id, ['coordinator'], today))
      await sendMail(tx, {
        kind: 'fair-access-advice-given',
        to,
        subject: `Fair Access advice on R-${fair.reference}`,
        body: `Your question about case R-${fair.reference} has been answered. Sign in to Onroll to read the answer.`,
        fromOrganisationId: me.organisationId,
      })
  await recordCaseEvent(doer, fair.referral_id, 'advice given', { answer })
  audit({
    event: 'fair-access.advice-given',
    subjectKind: 'referral',
    subjectId: fair.referral_id,
    childId: fair.child_id ?? undefined,
  })
}

async function judge(
  doer: Doer,
  fair: FairAccessCase,
  criteria: 'met' | 'not met' | 'in doubt',
  reason: string,
  more: Record<string, unknown>,
) {
  const { tx, me, now, audit } = doer
  const judged = await tx
    .updateTable('fair_access_case')
    .set({ ...more, criteria, criteria_reason: reason, criteria_by: me.userId, criteria_at: now })
    .where('referral_id', '=', fair.referral_id)
    .where('version', '=', fair.version)
    .returning('referral_id')
    .executeTakeFirst()
  if (!judged)
    throw new Refusal(
      'Somebody else has just checked this case. Reload the page to see what was decided.',
    )
  await recordCaseEvent(doer, fair.referral_id, 'criteria checked', { outcome: criteria, reason })
  audit({
    event: 'fair-access.criteria-checked',
    subjectKind: 'referral',
    subjectId: fair.referral_id,
    childId: fair.child_id ?? undefined,
    detail: { criteria },
  })
  await reevaluate(doer, [fair.referral_id])
}
