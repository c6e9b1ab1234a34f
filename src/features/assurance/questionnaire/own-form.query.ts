import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Visit } from '#platform/http/visit.ts'
import { statusWords } from './lifecycle.ts'
import { type Questionnaire, questionnaireById } from './questionnaire.query.ts'

/** A form that one's own school is to answer; for anybody else there is no such page. */
export async function ownForm(
  { tx, me }: Pick<Visit, 'tx' | 'me'>,
  id: string,
): Promise<Questionnaire> {
  const form = await questionnaireById(tx, id)
  if (form.commissioner_id !== me.organisationId) throw new NotFound()
  if (form.status !== 'draft' && form.status !== 'sent back')
    throw new Refusal(
      `This form is ${statusWords[form.status].word.toLowerCase()}, so it cannot be changed.`,
    )
  return form
}

export const viewed = (form: Pick<Questionnaire, 'id' | 'child_id'>, page: string) =>
  ({
    event: 'questionnaire.viewed',
    subjectKind: 'questionnaire',
    subjectId: form.id,
    childId: form.child_id,
    detail: { page },
  }) as const
