import type { Visit } from '#platform/http/visit.ts'
import { runPlacement } from '../run-placement.query.ts'
import { planOf } from './plan.query.ts'

/** The placement of a plan that somebody is about to change, while the placement is not over. */
export async function planToKeep({ tx, params, today }: Visit<`/placements/:placement/${string}`>) {
  const placement = await runPlacement(tx, params.placement, [
    'proposed',
    'offered',
    'declined',
    'accepted',
    'live',
  ])
  return { placement, plan: await planOf(tx, placement.id), today }
}
