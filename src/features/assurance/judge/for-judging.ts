import { Refusal } from '#domain/refusal.ts'
import type { Visit } from '#platform/http/visit.ts'
import { type QuestionnaireStatus, statusWords } from '../questionnaire/lifecycle.ts'
import { viewed } from '../questionnaire/own-form.query.ts'
import { type Questionnaire, questionnaireById } from '../questionnaire/questionnaire.query.ts'

/** The form as an officer needs it for a step; who comes too late is told where it stands. */
export const formIn =
  (...statuses: QuestionnaireStatus[]) =>
  async ({ tx, params, today }: Visit<`/questionnaires/:questionnaire/${string}`, unknown>) => {
    const form = await questionnaireById(tx, (params as { questionnaire: string }).questionnaire)
    if (!statuses.includes(form.status))
      throw new Refusal(
        `This form is ${statusWords[form.status].word.toLowerCase()}, so this cannot be done with it.`,
      )
    return { form, today }
  }

export const about = (page: string) => (model: { form: Questionnaire }) => viewed(model.form, page)
export const version = ({ form }: { form: Questionnaire }) => form.version
export const backTo = ({ id }: Pick<Questionnaire, 'id'>) => `/questionnaires/${id}`
