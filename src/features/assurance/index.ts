import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { assurancePage } from './child/assurance.page.tsx'
import { askAgainPage } from './judge/ask-again.page.tsx'
import { askEvidencePage, supplyEvidencePage } from './judge/evidence.pages.tsx'
import { acceptPage, sendBackPage, setAsidePage } from './judge/judge.pages.tsx'
import { ratePage } from './judge/rate.page.tsx'
import { coverageExport, coveragePage } from './list/coverage.page.tsx'
import { questionnairesExport } from './list/list.csv.ts'
import { questionnairesPage } from './list/list.page.tsx'
import { planningCallExport, planningCallPage } from './planning-call/planning-call.page.tsx'
import { checkPage } from './questionnaire/check.page.tsx'
import { questionnairePage } from './questionnaire/form.page.tsx'
import { questionPage } from './questionnaire/question.page.tsx'
import {
  openQuestionnairesJob,
  questionnaireReminders,
} from './questionnaire/questionnaire.jobs.ts'
import { templateDownload, templatePage } from './questionnaire/template.page.tsx'
import { otherAuthoritiesPage } from './watch-list/others.page.tsx'
import { watchListExport } from './watch-list/watch-list.csv.ts'
import { watchListPage } from './watch-list/watch-list.page.tsx'

export { askForEvidence } from './judge/evidence.ts'
export { acceptForm, rateSections, sendBack, setAsideForm } from './judge/judge.ts'
export { knownAbout } from './known/known.query.ts'
export { draftFrom } from './known/piece.ts'
export { piecesFor } from './known/pieces.ts'
export { answerQuestion } from './questionnaire/answer-question.ts'
export { openQuestionnaires } from './questionnaire/open-questionnaires.ts'
export { questionnaireById } from './questionnaire/questionnaire.query.ts'
export { returnQuestionnaire } from './questionnaire/return-questionnaire.ts'
export { questionnairesToAnswer, questionnairesToJudge } from './work-items.query.ts'

export const routes: readonly Route[] = [
  watchListPage,
  watchListExport,
  otherAuthoritiesPage,
  assurancePage,
  planningCallPage,
  planningCallExport,
  questionnairesPage,
  questionnairesExport,
  coveragePage,
  coverageExport,
  templatePage,
  templateDownload,
  questionnairePage,
  questionPage,
  checkPage,
  ratePage,
  sendBackPage,
  acceptPage,
  setAsidePage,
  askAgainPage,
  askEvidencePage,
  supplyEvidencePage,
]
export const jobs: readonly AnyJob[] = [openQuestionnairesJob, questionnaireReminders]
