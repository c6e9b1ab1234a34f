import { type Placement, recordPlacementEvent } from '#features/placements/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { about, makingOf, move } from '../plan/write-plan.ts'
import { tellCommissionerOfAgreement } from '../tell.ts'

/** The provider agrees in writing to the version that it was sent (PLN-07). */
export async function agreePlan(doer: Doer, placement: Placement) {
  const { me, today, audit } = doer
  const plan = await makingOf(doer, placement.id)
  await move(doer, plan, 'agree', { provider_agreed_on: today, provider_agreed_by: me.userId })
  await recordPlacementEvent(doer, placement.id, 'individual plan agreed', null, {
    number: plan.number,
  })
  audit({ ...about(placement), event: 'plan.agreed', detail: { number: plan.number } })
  await tellCommissionerOfAgreement(doer, placement)
}
