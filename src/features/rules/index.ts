import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { evaluationsApi, openApiRoute, rulesApi } from './api/rules.api.ts'
import { findingsCsv } from './findings/findings.csv.ts'
import { findingsPage } from './findings/findings.page.tsx'
import { consideredPage } from './parameters/considered.page.tsx'
import { parameterPage } from './parameters/parameter.page.tsx'
import { parametersPage } from './parameters/parameters.page.tsx'
import { previewJob } from './parameters/preview.job.ts'
import { readingPage } from './readings/reading.page.tsx'
import { rulePage } from './rule.page.tsx'
import { rulesPage } from './rules.page.tsx'

export { makeValue, proposeValue } from './parameters/propose.ts'

export const routes: readonly Route[] = [
  rulesPage,
  rulePage,
  parametersPage,
  consideredPage,
  parameterPage,
  readingPage,
  findingsPage,
  findingsCsv,
  rulesApi,
  evaluationsApi,
  openApiRoute,
]
export const jobs: readonly AnyJob[] = [previewJob]
