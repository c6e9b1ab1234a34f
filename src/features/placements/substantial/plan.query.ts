import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import { type PlanProblem, problemsOf } from '#rules/substantial/plan-problems.ts'
import { worldOf } from '#rules/world.ts'
import { holdersOfResponsibility } from '../agreements/agreements.query.ts'

/** The plan that counts for a placement: the one in force, else the newest. */
export const planOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('substantial_plan')
    .selectAll()
    .where('placement_id', '=', placementId)
    .orderBy(at => at.case().when('status', '=', 'in force').then(0).else(1).end())
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
export type Plan = NonNullable<Awaited<ReturnType<typeof planOf>>>

/** Everyone with parental responsibility, with what they said to the plan. */
export async function holdersAndPlan(tx: Tx, childId: string, planId: string | undefined) {
  const holders = await holdersOfResponsibility(tx, childId)
  const said = planId
    ? await tx
        .selectFrom('substantial_plan_agreement')
        .select(['contact_id', 'agreed', 'on_day', 'how'])
        .where('plan_id', '=', planId)
        .execute()
    : []
  return holders.map(holder => ({
    ...holder,
    said: said.find(({ contact_id }) => contact_id === holder.id),
  }))
}
export type Holder = Awaited<ReturnType<typeof holdersAndPlan>>[number]

/** What keeps a plan from being in force: the same answer as rule ILL-05 gives of it. */
export function problemsOfPlan(plan: Plan, holders: readonly Holder[], today: IsoDate): string[] {
  const facts = {
    id: plan.id,
    pupil: plan.child_id,
    provider: plan.provider_id,
    ...(plan.start_on ? { start: plan.start_on } : {}),
    // It is written once it says what it is for; the day is set when it is put in force.
    ...(plan.purpose ? { writtenDate: plan.written_on ?? today } : {}),
    ...(plan.school_agreed_on ? { schoolAgreedDate: plan.school_agreed_on } : {}),
    ...(plan.review_on ? { reviewDate: plan.review_on } : {}),
    ...(plan.end_on ? { endDate: plan.end_on } : {}),
    parentAgreements: holders.flatMap(({ id, said }) =>
      said?.agreed ? [{ person: id, agreed: true }] : [],
    ),
  }
  const world = worldOf({
    asOf: today,
    authority: 'authority',
    pupils: [
      {
        id: plan.child_id,
        parents: holders.map(({ id }) => ({ id, parentalResponsibility: true })),
      },
    ],
    substantialPlans: [facts],
  })
  const nameOf = (person: string | undefined) => holders.find(({ id }) => id === person)?.name
  return [
    ...problemsOf(facts, world).map(problem => problemInWords(problem, nameOf(problem.person))),
    ...(plan.start_on ? [] : ['The plan names no first day.']),
  ]
}

function problemInWords({ element, problem }: PlanProblem, person: string | undefined): string {
  if (problem === 'after-end') return 'The review comes after the end. Set an earlier review.'
  if (problem === 'not-after-start')
    return element === 'end-date'
      ? 'The plan ends before it starts.'
      : 'The review is not after the start. Set a later review.'
  return {
    'written-plan': 'It does not say what it is for.',
    'school-agreement': 'The school has not agreed to it.',
    'parental-agreement': person
      ? `${person} has not agreed to it.`
      : 'Nobody with parental responsibility has agreed to it.',
    'review-date': 'It names no day for its review.',
    'end-date': 'It names no day on which it ends.',
  }[element]
}
