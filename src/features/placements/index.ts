import type { AnyJob } from '#platform/jobs.ts'

export { recordPlacementEvent } from './move-placement.ts'
export { type Placement, placementById } from './placement.query.ts'
export { placementLifecycle } from './placement.ts'
export { PlacementFrame } from './placement-frame.tsx'
export { PlacementLayout } from './placement-layout.tsx'
export { proposePlacement } from './proposal/propose-placement.ts'
export { placementRoutes as routes } from './routes.ts'
export { doIRun } from './run-placement.query.ts'

export const jobs: readonly AnyJob[] = []
