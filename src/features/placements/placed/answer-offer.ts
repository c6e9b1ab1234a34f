import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { movePlacement, recordPlacementEvent } from '../move-placement.ts'
import type { Placement } from '../placement.query.ts'
import { tellCommissioner } from '../tell.ts'

export type OfferAnswer =
  | { readonly answer: 'accept'; readonly contact: string | null }
  | { readonly answer: 'decline'; readonly because: string }

/** The provider says yes or no, once. The commissioner hears of it, and the counts of the provider are looked at again. */
export async function answerOffer(doer: Doer, placement: Placement, answer: OfferAnswer) {
  const { tx, me, now, audit } = doer
  if (placement.status !== 'offered')
    throw new Refusal('This offer was answered or taken back already. Reload the page.')
  const accepted = answer.answer === 'accept'
  // Before the answer, because what was declined is no longer ours to write on.
  await recordPlacementEvent(
    doer,
    placement.id,
    accepted ? 'accepted' : 'declined',
    accepted ? null : answer.because,
  )
  await movePlacement(tx, placement, answer.answer, {
    answered_at: now,
    answered_by: me.userId,
    ...(accepted
      ? answer.contact
        ? { provider_contact: answer.contact }
        : {}
      : { declined_because: answer.because }),
  })
  audit({
    event: accepted ? 'placement.accepted' : 'placement.declined',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
  })
  await tellCommissioner(doer, placement, accepted ? 'accepted' : 'declined')
}
