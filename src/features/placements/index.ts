import type { AnyJob } from '#platform/jobs.ts'
import { placementsFollow } from './follow/follow.job.ts'
import { countDownPlans } from './substantial/count-down.job.ts'

export { FindingsOfPlacement } from './findings-of-placement.tsx'
export { changePlacement, movePlacement, recordPlacementEvent } from './move-placement.ts'
export { nextStepOf } from './next-step.ts'
export { type Offer, offerPlacement } from './offer/offer-placement.ts'
export { type Placement, placementById, placementsOf, sessionsOf } from './placement.query.ts'
export { placementLifecycle } from './placement.ts'
export { PlacementFrame } from './placement-frame.tsx'
export { PlacementLayout } from './placement-layout.tsx'
export {
  addSessions,
  type PlannedSession,
  plannedAgain,
  proposePlacement,
} from './proposal/propose-placement.ts'
export { providersToChoose } from './proposal/providers.query.ts'
export {
  checkWeek,
  clockAnswer,
  sessionsIn,
  WeekFields,
  weekShape,
} from './proposal/week-fields.tsx'
export { placementRoutes as routes } from './routes.ts'
export { endPlacement, withdrawPlacement } from './run/run-placement.ts'
export { doIRun, type RunPlacement, runPlacement } from './run-placement.query.ts'
export { substantialPlanLifecycle } from './substantial/substantial-plan.ts'
export { keysOf, needs, routes as placementRouteWords } from './words.ts'

export const jobs: readonly AnyJob[] = [countDownPlans, placementsFollow]
