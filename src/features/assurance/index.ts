import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { askEvidencePage, supplyEvidencePage } from './judge/evidence.pages.tsx'
import {
  acceptPage,
  askAgainPage,
  ratePage,
  sendBackPage,
  setAsidePage,
} from './judge/judge.pages.tsx'
import { questionnairesPage } from './list/list.page.tsx'
import { checkPage } from './questionnaire/check.page.tsx'
import { questionnairePage } from './questionnaire/form.page.tsx'
import { questionPage } from './questionnaire/question.page.tsx'
import {
  openQuestionnairesJob,
  questionnaireReminders,
} from './questionnaire/questionnaire.jobs.ts'

export const routes: readonly Route[] = [
  questionnairesPage,
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
