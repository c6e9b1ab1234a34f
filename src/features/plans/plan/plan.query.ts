import type { Tx } from '#platform/database/database.ts'
import type { PlanStatus } from './plan.ts'

/** Every version that the reader may see, the newest first. */
export async function plansOf(tx: Tx, placementId: string) {
  const rows = await tx
    .selectFrom('individual_plan as plan')
    .leftJoin('user_account as person', 'person.id', 'plan.provider_agreed_by')
    .selectAll('plan')
    .select('person.name as agreed_by')
    .where('plan.placement_id', '=', placementId)
    .orderBy('plan.number', 'desc')
    .execute()
  return rows.map(row => ({ ...row, status: row.status as PlanStatus }))
}
export type Plan = Awaited<ReturnType<typeof plansOf>>[number]

/** The version that holds, and the one in the making. */
export function standingPlans(plans: readonly Plan[]) {
  return {
    agreed: plans.find(({ status }) => status === 'agreed'),
    making: plans.find(({ status }) => status !== 'agreed'),
  }
}

/** The objectives of every version, each with how it stood last. */
export async function objectivesOf(tx: Tx, placementId: string) {
  const objectives = await tx
    .selectFrom('plan_objective')
    .selectAll()
    .where('placement_id', '=', placementId)
    .orderBy('kind', 'desc')
    .orderBy('position')
    .orderBy('made_at')
    .execute()
  const progress = await tx
    .selectFrom('objective_progress as progress')
    .leftJoin('user_account as person', 'person.id', 'progress.by_user')
    .leftJoin('organisation', 'organisation.id', 'progress.by_organisation')
    .selectAll('progress')
    .select(['person.name as person', 'organisation.name as organisation'])
    .where('progress.placement_id', '=', placementId)
    .orderBy('progress.on_day', 'desc')
    .orderBy('progress.at', 'desc')
    .execute()
  const byObjective = Map.groupBy(progress, ({ objective_id }) => objective_id)
  return objectives.map(objective => ({
    ...objective,
    progress: byObjective.get(objective.id) ?? [],
  }))
}
export type Objective = Awaited<ReturnType<typeof objectivesOf>>[number]

/** Those that are in a version of the plan. */
export const inVersion = (objectives: readonly Objective[], number: number) =>
  objectives.filter(
    ({ added_in, dropped_in }) =>
      added_in <= number && (dropped_in === null || dropped_in > number),
  )
