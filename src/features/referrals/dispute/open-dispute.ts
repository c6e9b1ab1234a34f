import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluate } from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordCaseEvent } from '../case-event.ts'
import { referralToChange } from '../move-referral.ts'
import { tellOrganisation } from '../tell.ts'
import type { Proposal } from './proposal.ts'

/**
 * A partnership that holds a case asks another whether it should be theirs, or share the cost. The case stays where it
 * is, and its clock runs on: the FAQ forbids that a dispute delays the response (F:121).
 */
export async function openDispute(
  doer: Doer,
  referralId: string,
  { withId, reason, ...offer }: Proposal & { withId: string; reason: string },
): Promise<string> {
  const { tx, me, now, today, audit } = doer
  const referral = await referralToChange(tx, referralId)
  const other = await tx
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', withId)
    .where('kind', '=', 'partnership')
    .executeTakeFirst()
  if (!other || withId === me.organisationId) throw new Refusal('Choose another partnership.')
  if (!['submitted', 'accepted', 'listed'].includes(referral.status))
    throw new Refusal(`You cannot dispute a referral that is ${referral.status}.`)
  const id = newId()
  const roll = await tx
    .selectFrom('enrolment')
    .select('year_group')
    .where('child_id', '=', referral.child_id)
    .orderBy('from_on', 'desc')
    .executeTakeFirst()
  const open = await tx
    .insertInto('responsibility_dispute')
    .values({
      id,
      referral_id: referralId,
      raised_by_id: me.organisationId,
      with_id: withId,
      reason,
      opened_on: today,
      proposed_share_percent: offer.sharePercent,
      proposal: offer.proposal,
      proposed_by_id: me.organisationId,
      moves_responsibility: offer.moves,
      agreed_by_raiser: me.userId,
      // The other partnership cannot read the case: what it may know of it stands here.
      case_reference: referral.reference,
      school_id: referral.referring_organisation_id,
      year_group: roll?.year_group ?? null,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (open.numInsertedOrUpdatedRows !== 1n)
    throw new Refusal('There is an open dispute about this case already.')
  await recordCaseEvent(doer, referralId, 'dispute opened', { with: other.name })
  await reevaluate(doer, [referralId])
  await tellOrganisation(
    doer,
    { id: withId, kind: 'partnership' },
    'dispute',
    referral,
    `/disputes/${id}`,
  )
  audit({
    event: 'referral.disputed',
    subjectKind: 'dispute',
    subjectId: id,
    childId: referral.child_id ?? undefined,
    detail: { referral: referralId, with: withId, at: now.toISOString() },
  })
  return id
}
