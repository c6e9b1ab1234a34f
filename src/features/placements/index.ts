import type { AnyJob } from '#platform/jobs.ts'

export { placementLifecycle } from './placement.ts'
export { proposePlacement } from './proposal/propose-placement.ts'
export { placementRoutes as routes } from './routes.ts'

export const jobs: readonly AnyJob[] = []
