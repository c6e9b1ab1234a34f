import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { concernPage } from './concern.page.tsx'
import { concernsCsv } from './list.csv.ts'
import { concernsPage } from './list.page.tsx'
import { closeConcernPage, lookIntoPage, notePage, openAgainPage } from './look-into.pages.tsx'
import { concernsOfProviderPage } from './of-provider.page.tsx'
import { raisePage } from './raise.page.tsx'
import { tellOfConcern } from './tell.job.ts'

export { raiseConcern, whyNotSaid } from './raise-concern.ts'
export { concernsThatReachUs, concernsToLookInto, seriousConcerns } from './work-items.query.ts'

export const routes: readonly Route[] = [
  concernsPage,
  concernsCsv,
  concernPage,
  lookIntoPage,
  notePage,
  closeConcernPage,
  openAgainPage,
  concernsOfProviderPage,
  raisePage,
]
export const jobs: readonly AnyJob[] = [tellOfConcern]
