import type { AnyJob } from '#platform/jobs.ts'
import { countDownPlans } from './substantial/count-down.job.ts'

export { recordPlacementEvent } from './move-placement.ts'
export { nextStepOf } from './next-step.ts'
export { type Offer, offerPlacement } from './offer/offer-placement.ts'
export { type Placement, placementById, placementsOf } from './placement.query.ts'
export { placementLifecycle } from './placement.ts'
export { PlacementFrame } from './placement-frame.tsx'
export { PlacementLayout } from './placement-layout.tsx'
export { proposePlacement } from './proposal/propose-placement.ts'
export { placementRoutes as routes } from './routes.ts'
export { doIRun, type RunPlacement, runPlacement } from './run-placement.query.ts'
export { substantialPlanLifecycle } from './substantial/substantial-plan.ts'

export const jobs: readonly AnyJob[] = [countDownPlans]
