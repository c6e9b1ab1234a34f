import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { actionDonePage, addActionPage, judgeActionPage } from './actions/action.pages.tsx'
import {
  libraryExport,
  libraryPage,
  visitsExport,
  visitsOfProviderPage,
  visitsPage,
} from './list/list.pages.tsx'
import { visitEntries } from './on-site/entries.route.ts'
import { onSitePage } from './on-site/on-site.page.tsx'
import { visitPhotographs } from './on-site/photographs.route.ts'
import { withoutSignalPage } from './on-site/without-signal.page.tsx'
import { cancelVisitPage } from './plan/cancel.page.tsx'
import { changePlanPage } from './plan/change-plan.page.tsx'
import { planVisitPage } from './plan/plan.page.tsx'
import { aboutVisitPage } from './record/about.page.tsx'
import { changeEntryPage, judgementPage } from './record/entry.pages.tsx'
import {
  photographDownload,
  photographsPage,
  photographUpload,
  removePhotographPage,
} from './record/photograph.pages.tsx'
import { photographPicture, viewPhotographPage } from './record/view-photograph.pages.tsx'
import { publishVisitPage } from './report/publish.page.tsx'
import {
  adoptPage,
  moderateVisitPage,
  replyPage,
  sendBackVisitPage,
  submitVisitPage,
} from './report/report.pages.tsx'
import { printVisitPage, visitPage } from './report/visit.page.tsx'
import { actionsDue } from './tell/actions-due.job.ts'
import { tellOfVisit } from './tell/tell.job.ts'

export { acceptDone, sayDone, setAction } from './actions/actions.ts'
export { planVisit } from './plan/plan-visit.ts'
export { receiveEntry } from './record/receive-entry.ts'
export { writeAbout } from './record/write-about.ts'
export {
  adoptVisit,
  moderateVisit,
  publishVisit,
  replyToVisit,
  submitVisit,
} from './report/report.ts'
export { answersTo, visitOf } from './visit.query.ts'
export { visitWork, visitWorkOfProvider } from './work-items.query.ts'

export const routes: readonly Route[] = [
  visitsPage,
  visitsExport,
  libraryPage,
  libraryExport,
  visitsOfProviderPage,
  planVisitPage,
  withoutSignalPage,
  visitPage,
  changePlanPage,
  cancelVisitPage,
  onSitePage,
  visitEntries,
  visitPhotographs,
  changeEntryPage,
  judgementPage,
  aboutVisitPage,
  photographsPage,
  photographUpload,
  photographDownload,
  viewPhotographPage,
  photographPicture,
  removePhotographPage,
  submitVisitPage,
  moderateVisitPage,
  sendBackVisitPage,
  publishVisitPage,
  replyPage,
  adoptPage,
  addActionPage,
  judgeActionPage,
  actionDonePage,
  printVisitPage,
]
export const jobs: readonly AnyJob[] = [tellOfVisit, actionsDue]
