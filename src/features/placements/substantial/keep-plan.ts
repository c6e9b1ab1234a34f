import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordPlacementEvent } from '../move-placement.ts'
import type { RunPlacement } from '../run-placement.query.ts'
import { disclosePaper } from '../sharing/disclose.ts'
import { tellProvider } from '../tell.ts'
import { holdersAndPlan, type Plan, problemsOfPlan } from './plan.query.ts'
import { substantialPlanLifecycle } from './substantial-plan.ts'

export interface PlanAnswers {
  readonly purpose: string
  readonly startOn: IsoDate
  /** A draft may lack them, and then says so (ILL-05). */
  readonly reviewOn: IsoDate | null
  readonly endOn: IsoDate | null
  readonly schoolAgreedOn: IsoDate | null
  readonly schoolAgreedBy: string | null
}

/** Drafts the plan, or goes on with the draft. What is in force is not edited: it is ended, and another is drafted. */
export async function draftPlan(
  doer: Doer,
  placement: RunPlacement,
  plan: Plan | undefined,
  answers: PlanAnswers,
): Promise<void> {
  const { tx, me, now, audit } = doer
  const written = {
    purpose: answers.purpose,
    start_on: answers.startOn,
    review_on: answers.reviewOn,
    end_on: answers.endOn,
    school_agreed_on: answers.schoolAgreedOn,
    school_agreed_by: answers.schoolAgreedBy,
  }
  if (plan?.status === 'in force')
    throw new Refusal('The plan is in force. End it before you write another.')
  const draft = plan?.status === 'draft' ? plan : undefined
  if (draft) {
    await changePlan(doer, draft, written)
    if (isOtherPlan(draft, answers)) await askAnew(doer, draft.id)
  } else {
    await tx
      .insertInto('substantial_plan')
      .values({
        id: newId(),
        placement_id: placement.id,
        child_id: placement.child_id,
        provider_id: placement.provider_id,
        made_by: me.userId,
        made_at: now,
        ...written,
      })
      .execute()
    await recordPlacementEvent(doer, placement.id, 'plan drafted')
  }
  audit({
    event: draft ? 'substantial-plan.changed' : 'substantial-plan.drafted',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
  })
}

const isOtherPlan = (draft: Plan, { purpose, startOn, reviewOn, endOn }: PlanAnswers) =>
  draft.purpose !== purpose ||
  draft.start_on !== startOn ||
  draft.review_on !== reviewOn ||
  draft.end_on !== endOn

/** Who agreed agreed to what was written then: of a plan that says something else they are asked anew. */
const askAnew = ({ tx, me, now }: Doer, planId: string) =>
  tx
    .updateTable('substantial_plan_agreement')
    .set({ agreed: null, on_day: null, how: null, recorded_by: me.userId, recorded_at: now })
    .where('plan_id', '=', planId)
    .where('agreed', 'is not', null)
    .execute()

/** What one person with parental responsibility said to the draft. */
export async function recordPlanAgreement(
  doer: Doer,
  placement: RunPlacement,
  plan: Plan,
  contactId: string,
  answer: { readonly agreed: boolean; readonly onDay: IsoDate; readonly how: string },
): Promise<void> {
  const { tx, me, now, audit } = doer
  if (plan.status !== 'draft') throw new Refusal('Only a draft is asked about.')
  const said = {
    agreed: answer.agreed,
    on_day: answer.onDay,
    how: answer.how,
    recorded_by: me.userId,
    recorded_at: now,
  }
  await tx
    .insertInto('substantial_plan_agreement')
    .values({ plan_id: plan.id, contact_id: contactId, ...said })
    .onConflict(again => again.columns(['plan_id', 'contact_id']).doUpdateSet(said))
    .execute()
  audit({
    event: 'substantial-plan.agreed',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { agreed: answer.agreed },
  })
}

/** Puts a complete plan in force and sends the provider its copy. An incomplete one is refused, here and by the database. */
export async function putPlanInForce(doer: Doer, placement: RunPlacement, plan: Plan) {
  const { tx, now, today, audit } = doer
  const holders = await holdersAndPlan(tx, placement.child_id, plan.id)
  const problems = problemsOfPlan(plan, holders, today)
  if (problems.length > 0) throw new Refusal(`The plan is not complete: ${problems.join(' ')}`)
  if (plan.end_on && plan.end_on < today) throw new Refusal('The plan would have ended already.')
  await changePlan(doer, plan, {
    status: substantialPlanLifecycle.next(plan.status, 'put in force'),
    written_on: today,
    copy_sent_at: now,
  })
  await recordPlacementEvent(doer, placement.id, 'plan in force')
  audit({
    event: 'substantial-plan.put-in-force',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { until: plan.end_on },
  })
  if (['offered', 'accepted', 'live'].includes(placement.status)) {
    await discloseShortTermPlan(doer, placement)
    await tellProvider(doer, placement, 'plan')
  }
  await reevaluateProvision(doer, placement.child_id)
}

/** The provider reads the plan that is in force from the offer on, and the register says so. */
export const discloseShortTermPlan = (doer: Doer, placement: RunPlacement) =>
  disclosePaper(doer, placement, 'short-term plan', 'It keeps a copy with the child’s paperwork')

/** Ends a plan, or discards its draft. */
export async function endPlan(doer: Doer, placement: RunPlacement, plan: Plan, because: string) {
  const draft = plan.status === 'draft'
  await changePlan(doer, plan, {
    status: substantialPlanLifecycle.next(plan.status, draft ? 'discard' : 'end'),
    ended_on: doer.today,
    ended_because: because,
  })
  await recordPlacementEvent(doer, placement.id, draft ? 'plan discarded' : 'plan ended', because)
  doer.audit({
    event: 'substantial-plan.ended',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
  })
  await reevaluateProvision(doer, placement.child_id)
}

/** The provider confirms that it holds the plan with the child’s papers (ILL-06). */
export async function acknowledgePlan(
  doer: Doer,
  plan: Pick<Plan, 'id' | 'version'>,
): Promise<void> {
  await changePlan(doer, plan, {
    copy_acknowledged_on: doer.today,
    copy_acknowledged_by: doer.me.userId,
  })
}

async function changePlan(
  { tx }: Pick<Doer, 'tx'>,
  { id, version }: Pick<Plan, 'id' | 'version'>,
  changes: Partial<Omit<Plan, 'id' | 'version'>>,
) {
  await changeOne(
    tx
      .updateTable('substantial_plan')
      .set(changes)
      .where('id', '=', id)
      .where('version', '=', version),
    'This plan',
  )
}
