import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { closeAction, closingPage } from './closing/closing.page.tsx'
import { contactsPage } from './contacts/contacts.page.tsx'
import { editPlanPage } from './plan/edit.page.tsx'
import { addObjectivePage, dropObjectivePage, progressPage } from './plan/objective.pages.tsx'
import { planPage, sendPlanAction, takeBackAction } from './plan/plan.page.tsx'
import { planVersionPage } from './plan/version.page.tsx'
import { askForAnotherPlanPage } from './provider/ask-another-plan.page.tsx'
import { placedContactsPage } from './provider/placed.pages.tsx'
import { agreePlanAction, placedPlanPage } from './provider/placed-plan.page.tsx'
import { tellOfFrozen } from './pupil/frozen-link.job.ts'
import { giveLinkPage } from './pupil/give-link.page.tsx'
import { makeLinkAction, pupilViewPage, revokeLinkAction } from './pupil/pupil-view.page.tsx'
import { paperPage, recordViewPage } from './pupil/record-view.pages.tsx'
import { tellOfView } from './pupil/tell-of-view.job.ts'
import { thankYouPage, yourQuestionsPage, yourViewPage } from './pupil/your-view.pages.tsx'
import { changeReviewPage } from './reviews/change.page.tsx'
import { holdReviewPage } from './reviews/hold.page.tsx'
import { reviewsPage } from './reviews/reviews.page.tsx'

export { closePlacement, objectivesToAnswer, saveClosing } from './closing/closing.ts'
export { logContact } from './contacts/contacts.ts'
export { type Progress, progressWords } from './plan/fields.ts'
export { addObjective, noteProgress } from './plan/objectives.ts'
export { type Objective, objectivesOf } from './plan/plan.query.ts'
export {
  StandingFields,
  standingShape,
  standingsIn,
  standingsWhole,
} from './plan/standing-fields.tsx'
export { savePlan, sendPlan } from './plan/write-plan.ts'
export { agreePlan } from './provider/agree-plan.ts'
export { recordPupilView } from './pupil/pupil-link.ts'
export { planReview, recordReview } from './reviews/keep-reviews.ts'
export { reviewsOf } from './reviews/reviews.query.ts'
export { plansToAgree, plansToKeep } from './work-items.query.ts'

export const routes: readonly Route[] = [
  planPage,
  editPlanPage,
  sendPlanAction,
  takeBackAction,
  planVersionPage,
  addObjectivePage,
  dropObjectivePage,
  progressPage,
  reviewsPage,
  holdReviewPage,
  changeReviewPage,
  contactsPage,
  pupilViewPage,
  recordViewPage,
  paperPage,
  makeLinkAction,
  revokeLinkAction,
  giveLinkPage,
  closingPage,
  closeAction,
  placedPlanPage,
  agreePlanAction,
  askForAnotherPlanPage,
  placedContactsPage,
  thankYouPage,
  yourQuestionsPage,
  yourViewPage,
]
export const jobs: readonly AnyJob[] = [tellOfView, tellOfFrozen]
