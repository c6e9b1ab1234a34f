import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { reportsCsv } from './list/list.csv.ts'
import { reportsPage } from './list/list.page.tsx'
import { placementReportsPage } from './list/of-placement.page.tsx'
import { printReportPage } from './print.page.tsx'
import { reportPage } from './report.page.tsx'
import { safeguardingPage } from './safeguarding/part.page.tsx'
import { writePartPage } from './safeguarding/write-part.page.tsx'
import { tellOfReport } from './tell.job.ts'
import { checkReportPage, discardReportAction, sendReportAction } from './write/check.page.tsx'
import { correctReportPage } from './write/correct.page.tsx'
import { incidentReportPage } from './write/incident.page.tsx'
import { placedReportsPage } from './write/of-placed.page.tsx'
import { progressReportPage } from './write/progress.page.tsx'

export { markRead } from './reading/mark-read.ts'
export { reportCalled } from './report.query.ts'
export { reportLifecycle } from './report.ts'
export { keepPart } from './safeguarding/keep-part.ts'
export { reportsToFinish, reportsToRead } from './work-items.query.ts'
export { beginReport } from './write/begin-report.ts'
export { type ReportWords, saveDraft } from './write/save-draft.ts'
export { sendReport } from './write/send-report.ts'

/** Plain words stand before parameters, which would swallow them. */
export const routes: readonly Route[] = [
  reportsPage,
  reportsCsv,
  placedReportsPage,
  placementReportsPage,
  progressReportPage,
  incidentReportPage,
  writePartPage,
  safeguardingPage,
  checkReportPage,
  sendReportAction,
  discardReportAction,
  correctReportPage,
  printReportPage,
  reportPage,
]
export const jobs: readonly AnyJob[] = [tellOfReport]
