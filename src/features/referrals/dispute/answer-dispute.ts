import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue } from '#platform/jobs.ts'
import { handOver } from '../case/triage.ts'
import { tellOrganisation } from '../tell.ts'
import { type Proposal, proposalWords } from './proposal.ts'
import { disputeSettled } from './settled.job.ts'

export type DisputeAnswer =
  | { readonly what: 'message'; readonly words: string }
  | { readonly what: 'agree'; readonly words: string | null }
  | { readonly what: 'do not agree'; readonly words: string }
  | { readonly what: 'withdraw'; readonly words: string | null }
  | ({ readonly what: 'propose'; readonly words: string | null } & Proposal)

/** One side speaks: it writes, offers something else, agrees, does not agree, or (who raised it) withdraws. */
export async function answerDispute(
  doer: Doer,
  disputeId: string,
  version: number,
  answer: DisputeAnswer,
): Promise<void> {
  const { tx, me, audit } = doer
  const dispute = await disputeToChange(doer, disputeId)
  const raiser = dispute.raised_by_id === me.organisationId
  if (dispute.ended_at) throw new Refusal('This dispute has ended.')
  if (answer.what === 'withdraw' && !raiser)
    throw new Refusal('Only the partnership that raised the dispute can withdraw it.')
  const changes = changesFor(answer, dispute, doer, raiser)
  if (changes) {
    const { numUpdatedRows } = await tx
      .updateTable('responsibility_dispute')
      .set(changes)
      .where('id', '=', disputeId)
      .where('version', '=', version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n)
      throw new Refusal(
        'The other partnership has answered meanwhile. Reload the page and read it first.',
      )
  }
  await say(doer, disputeId, answer, await nameOf(doer, dispute.with_id))
  if (changes && 'ended_at' in changes) await enqueue(tx, disputeSettled, { dispute: disputeId })
  await tellOrganisation(
    doer,
    { id: raiser ? dispute.with_id : dispute.raised_by_id, kind: 'partnership' },
    'dispute',
    { id: dispute.referral_id, reference: dispute.case_reference },
    `/disputes/${disputeId}`,
  )
  audit({
    event: 'referral.dispute-changed',
    subjectKind: 'dispute',
    subjectId: disputeId,
    detail: { referral: dispute.referral_id, what: answer.what },
  })
}

/** After both have agreed to it, the partnership that holds the case hands it over. */
export async function moveAsAgreed(doer: Doer, disputeId: string): Promise<void> {
  const dispute = await disputeToChange(doer, disputeId)
  if (dispute.status !== 'agreed' || !dispute.moves_responsibility)
    throw new Refusal('The two partnerships have not agreed that the case moves.')
  if (dispute.raised_by_id !== doer.me.organisationId) throw new NotFound()
  await handOver(doer, dispute.referral_id, {
    partnershipId: dispute.with_id,
    reason: 'Agreed between the two partnerships',
  })
}

async function disputeToChange({ tx }: Doer, id: string) {
  const dispute = await tx
    .selectFrom('responsibility_dispute')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!dispute) throw new NotFound()
  return dispute
}
type Dispute = Awaited<ReturnType<typeof disputeToChange>>

function changesFor(answer: DisputeAnswer, dispute: Dispute, { me, now }: Doer, raiser: boolean) {
  const own = raiser ? 'agreed_by_raiser' : 'agreed_by_other'
  const others = raiser ? 'agreed_by_other' : 'agreed_by_raiser'
  switch (answer.what) {
    case 'message':
      return undefined
    case 'propose':
      // Who proposes agrees to it; the other has to agree anew.
      return {
        proposed_share_percent: answer.sharePercent,
        proposal: answer.proposal,
        moves_responsibility: answer.moves,
        proposed_by_id: me.organisationId,
        [own]: me.userId,
        [others]: null,
      }
    case 'agree':
      return dispute[others]
        ? { [own]: me.userId, status: 'agreed' as const, outcome: answer.words, ended_at: now }
        : { [own]: me.userId }
    case 'do not agree':
      return { [own]: null, status: 'not agreed' as const, outcome: answer.words, ended_at: now }
    case 'withdraw':
      return { status: 'withdrawn' as const, outcome: answer.words, ended_at: now }
  }
}

async function say({ tx, me, now }: Doer, disputeId: string, answer: DisputeAnswer, other: string) {
  const words = [prefix(answer, other), answer.words].filter(Boolean).join(' ')
  await tx
    .insertInto('responsibility_message')
    .values({
      id: newId(),
      dispute_id: disputeId,
      body: words,
      by_user: me.userId,
      by_organisation: me.organisationId,
      at: now,
    })
    .execute()
}

async function nameOf({ tx }: Doer, organisationId: string) {
  const row = await tx
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return row?.name ?? 'The other partnership'
}

function prefix(answer: DisputeAnswer, other: string): string | undefined {
  if (answer.what === 'agree') return 'We agree.'
  if (answer.what === 'do not agree') return 'We do not agree.'
  if (answer.what === 'withdraw') return 'We withdraw the dispute.'
  return answer.what === 'propose' ? `We propose: ${proposalWords(answer, other)}` : undefined
}
