import { sql } from 'kysely'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { movePlacement, recordPlacementEvent } from '../move-placement.ts'
import { sessionsOf } from '../placement.query.ts'
import { refuseClosed } from '../proposal/propose-placement.ts'
import type { RunPlacement } from '../run-placement.query.ts'
import { disclose } from '../sharing/disclose.ts'
import type { Releasable } from '../sharing/released-fields.ts'
import { discloseShortTermPlan } from '../substantial/keep-plan.ts'
import { planOf } from '../substantial/plan.query.ts'
import { tellProvider } from '../tell.ts'
import { tripwireFor } from '../tripwire/tripwire.ts'

export interface Offer {
  readonly fields: readonly Releasable[]
  readonly why: string
  readonly withheld: string | null
  /** Why it goes on although something stands in the way, and the head who stands behind it. */
  readonly override: { readonly reason: string; readonly headName: string } | undefined
}

/**
 * Offers a placement to its provider and tells it what was chosen to be told. Nothing stands in the way, or somebody
 * with a name takes it upon themselves: without that it is refused, whatever page it was asked from.
 */
export async function offerPlacement(doer: Doer, placement: RunPlacement, offer: Offer) {
  const { tx, me, now, today, audit } = doer
  await refuseClosed(doer, placement.provider_id)
  if ((await sessionsOf(tx, [placement.id])).length === 0)
    throw new Refusal('The placement has no week yet. Add its days first.')
  await oneAtATime(doer, placement.provider_id)
  const { stops } = await tripwireFor(tx, placement, today)
  if (stops.length > 0) {
    if (!offer.override)
      throw new Refusal(
        'Something stands in the way of this offer. Go back and look at it: to go on you need a reason and the head’s name.',
      )
    await tx
      .insertInto('tripwire_override')
      .values({
        id: newId(),
        placement_id: placement.id,
        head_name: offer.override.headName,
        reason: offer.override.reason,
        findings: JSON.stringify(stops),
        made_by: me.userId,
        made_at: now,
      })
      .execute()
    await recordPlacementEvent(doer, placement.id, 'overridden', offer.override.reason, {
      rules: stops.map(({ rule }) => rule),
    })
    audit({
      event: 'tripwire.overridden',
      subjectKind: 'placement',
      subjectId: placement.id,
      childId: placement.child_id,
      detail: { rules: stops.map(({ rule }) => rule) },
    })
  }
  await movePlacement(tx, placement, 'offer', {
    offered_at: now,
    answered_at: null,
    answered_by: null,
    declined_because: null,
  })
  await disclose(doer, {
    childId: placement.child_id,
    placementId: placement.id,
    toOrganisationId: placement.provider_id,
    fields: offer.fields,
    how: 'In Onroll, with the offer',
    why: offer.why,
    withheld: offer.withheld,
  })
  if ((await planOf(tx, placement.id))?.status === 'in force')
    await discloseShortTermPlan(doer, placement)
  await recordPlacementEvent(doer, placement.id, 'offered')
  audit({
    event: 'placement.offered',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { provider: placement.provider_id, stops: stops.length },
  })
  await tellProvider(doer, placement, 'offered')
  await reevaluateProvision(doer, placement.child_id)
}

/** Two offers to one provider at the same moment would each count without the other. */
export const oneAtATime = ({ tx }: Pick<Doer, 'tx'>, providerId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`tripwire ${providerId}`}, 0))`.execute(tx)
