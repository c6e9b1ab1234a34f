import type { Route } from '#platform/http/page.tsx'
import type { AnyJob } from '#platform/jobs.ts'
import { newQuestionPage } from './new.page.tsx'
import { passOnPage } from './pass-on.page.tsx'
import { publishPage } from './publish.page.tsx'
import { questionPage } from './question.page.tsx'
import { questionsPage } from './questions.page.tsx'
import { remindOfQuestionsJob } from './remind.job.ts'

export { answerQuestion } from './answer-question.ts'
export { askQuestion } from './ask-question.ts'
export { publishAnswer } from './publish-answer.ts'

/** Fixed paths stand before those with a parameter in the same place. */
export const routes: readonly Route[] = [
  questionsPage,
  newQuestionPage,
  questionPage,
  passOnPage,
  publishPage,
]
export const jobs: readonly AnyJob[] = [remindOfQuestionsJob]
