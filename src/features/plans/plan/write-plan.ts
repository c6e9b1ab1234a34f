import type { Updateable } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import { disclosePaper, type Placement, recordPlacementEvent } from '#features/placements/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { IndividualPlanTable } from '#platform/database/schema.generated.ts'
import type { Doer } from '#platform/http/visit.ts'
import { tellProviderOfPlan } from '../tell.ts'
import { requiredFields } from './fields.ts'
import { inVersion, objectivesOf, type Plan, plansOf, standingPlans } from './plan.query.ts'
import { planLifecycle } from './plan.ts'

export type PlanWords = Pick<
  Updateable<IndividualPlanTable>,
  | 'baseline'
  | 'timeframe'
  | 'assessment'
  | 'english'
  | 'maths'
  | 'science'
  | 'qualifications'
  | 'ehcp_link'
  | 'pep_link'
  | 'home_school_link'
  | 'peer_contact'
  | 'service_links'
  | 'next_steps'
  | 'readiness'
  | 'support_package'
  | 'transition'
  | 'reintegration'
  | 'staff_qualifications_seen_on'
>

/** The draft to write in: the one there is, or the next version with the words of the one that holds. */
export async function draftOf(doer: Doer, placement: Placement, why: string | null): Promise<Plan> {
  const { tx, me, now } = doer
  const { agreed, making } = standingPlans(await plansOf(tx, placement.id))
  if (making?.status === 'with provider')
    throw new Refusal('The plan is with the provider. Take it back before you change it.')
  if (making) return making
  const { agreed_by: _by, ...from } = agreed ?? { agreed_by: null }
  await tx
    .insertInto('individual_plan')
    .values({
      ...from,
      id: newId(),
      placement_id: placement.id,
      number: (agreed?.number ?? 0) + 1,
      status: 'draft',
      why,
      provider_agreed_on: null,
      provider_agreed_by: null,
      made_by: me.userId,
      made_at: now,
      version: 1,
    })
    // Somebody else began it at the same moment: both write in the one draft.
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { making: draft } = standingPlans(await plansOf(tx, placement.id))
  if (!draft) throw new Refusal('The plan could not be begun. Reload the page and try again.')
  return draft
}

/** Saves what the plan says in its draft; an agreed version stays, and is followed by another. */
export async function savePlan(
  doer: Doer,
  placement: Placement,
  words: PlanWords,
  why: string | null,
  /** The version of the draft that its writer saw; whoever was quicker wins, and the other is told. */
  seen?: number,
) {
  const { tx, audit } = doer
  const draft = await draftOf(doer, placement, why)
  await changeOne(
    tx
      .updateTable('individual_plan')
      .set({ ...words, why: why ?? draft.why })
      .where('id', '=', draft.id)
      .where('version', '=', seen ?? draft.version)
      .where('status', '=', 'draft'),
    'This plan',
  )
  audit({ ...about(placement), event: 'plan.changed', detail: { number: draft.number } })
  await reevaluateProvision(doer, placement.child_id)
}

/** What still has to be written before a provider is asked to agree (PLN-03). */
export function whatPlanLacks(plan: Plan, objectives: readonly unknown[]): string[] {
  const names = {
    baseline: 'where the child is now',
    timeframe: 'by when',
    assessment: 'how progress is assessed',
  }
  return [
    ...requiredFields.filter(field => !plan[field]?.trim()).map(field => names[field]),
    ...(objectives.length === 0 ? ['at least one objective'] : []),
    ...(plan.reintegration && !plan.readiness?.trim() ? ['how readiness to return is judged'] : []),
    ...(plan.reintegration && !plan.support_package?.trim()
      ? ['the school’s support for the return']
      : []),
  ]
}

/** Asks the provider to agree in writing. From now on nobody changes it without taking it back. */
export async function sendPlan(doer: Doer, placement: Placement) {
  const plan = await makingOf(doer, placement.id)
  const lacks = whatPlanLacks(
    plan,
    inVersion(await objectivesOf(doer.tx, placement.id), plan.number),
  )
  if (lacks.length > 0) throw new Refusal(`The plan does not say yet: ${lacks.join('; ')}.`)
  await move(doer, plan, 'send')
  await recordPlacementEvent(doer, placement.id, 'individual plan sent', null, {
    number: plan.number,
  })
  doer.audit({ ...about(placement), event: 'plan.sent', detail: { number: plan.number } })
  await disclosePaper(
    doer,
    placement,
    'individual plan',
    'To agree to it in writing, and to teach by it',
  )
  await tellProviderOfPlan(doer, placement)
}

export async function takePlanBack(doer: Doer, placement: Placement) {
  const plan = await makingOf(doer, placement.id)
  await move(doer, plan, 'take back')
  await recordPlacementEvent(doer, placement.id, 'individual plan taken back', null, {
    number: plan.number,
  })
  doer.audit({ ...about(placement), event: 'plan.changed', detail: { takenBack: plan.number } })
}

export async function makingOf({ tx }: Pick<Doer, 'tx'>, placementId: string): Promise<Plan> {
  const { making } = standingPlans(await plansOf(tx, placementId))
  if (!making) throw new Refusal('There is no version of the plan in the making.')
  return making
}

export async function move(
  { tx }: Pick<Doer, 'tx'>,
  plan: Plan,
  action: 'send' | 'take back' | 'agree',
  more: { provider_agreed_on?: IsoDate; provider_agreed_by?: string } = {},
) {
  await changeOne(
    tx
      .updateTable('individual_plan')
      .set({ ...more, status: planLifecycle.next(plan.status, action) })
      .where('id', '=', plan.id)
      .where('version', '=', plan.version),
    'This plan',
  )
}

export const about = ({ id, child_id }: Pick<Placement, 'id' | 'child_id'>) => ({
  subjectKind: 'placement',
  subjectId: id,
  childId: child_id,
})
