import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { absenceAlert, absenceExplained } from './absence-alert.job.ts'
import { askForMarksPage } from './ask-for-marks.page.tsx'
import { lateReturns } from './late-returns.job.ts'
import { markPage } from './mark.page.tsx'
import { placementAttendancePage } from './of-placement.page.tsx'
import { registerPage } from './register.page.tsx'
import { sheetCsv, sheetPage } from './sheet.page.tsx'
import { watchPage } from './watch.page.tsx'
import { absentPage, latePage } from './why.pages.tsx'

export { markSession } from './mark-register.ts'
export { type ExpectedSession, expectedSessions } from './sessions.query.ts'
export { registersToReturn, unexplainedAbsences } from './work-items.query.ts'

export const routes: readonly Route[] = [
  registerPage,
  absentPage,
  latePage,
  markPage,
  watchPage,
  askForMarksPage,
  sheetPage,
  sheetCsv,
  placementAttendancePage,
]
export const jobs: readonly AnyJob[] = [absenceAlert, absenceExplained, lateReturns]
