import type { Id, SubstantialPlan } from '../facts.ts'
import type { World } from '../world.ts'

export type PlanProblem = {
  readonly element:
    | 'written-plan'
    | 'school-agreement'
    | 'parental-agreement'
    | 'review-date'
    | 'end-date'
  readonly problem: 'missing' | 'after-end' | 'not-after-start'
  readonly person?: Id
}

/** What the plan lacks of the five elements, and what of it is out of order. */
export function problemsOf(plan: SubstantialPlan, world: World): PlanProblem[] {
  const problems: PlanProblem[] = []
  if (!world.happened(plan.writtenDate))
    problems.push({ element: 'written-plan', problem: 'missing' })
  if (!world.happened(plan.schoolAgreedDate))
    problems.push({ element: 'school-agreement', problem: 'missing' })
  return [...problems, ...agreementsMissing(plan, world), ...datesOutOfOrder(plan)]
}

/** Every known holder of parental responsibility must agree; where none is known, one agreement is enough. */
function agreementsMissing(plan: SubstantialPlan, world: World): PlanProblem[] {
  const agreements = (plan.parentAgreements ?? []).filter(({ agreed }) => agreed === true)
  const holders = (world.pupil(plan.pupil)?.parents ?? []).filter(
    ({ parentalResponsibility }) => parentalResponsibility === true,
  )
  if (holders.length === 0)
    return agreements.length ? [] : [{ element: 'parental-agreement', problem: 'missing' }]
  return holders
    .filter(({ id }) => !agreements.some(({ person }) => person === id))
    .map(({ id }) => ({ element: 'parental-agreement', problem: 'missing', person: id }))
}

function datesOutOfOrder({ start, reviewDate, endDate }: SubstantialPlan): PlanProblem[] {
  const problems: PlanProblem[] = []
  if (reviewDate === undefined) problems.push({ element: 'review-date', problem: 'missing' })
  else {
    if (endDate !== undefined && reviewDate > endDate)
      problems.push({ element: 'review-date', problem: 'after-end' })
    if (start !== undefined && reviewDate <= start)
      problems.push({ element: 'review-date', problem: 'not-after-start' })
  }
  if (endDate === undefined) problems.push({ element: 'end-date', problem: 'missing' })
  else if (start !== undefined && endDate < start)
    problems.push({ element: 'end-date', problem: 'not-after-start' })
  return problems
}
