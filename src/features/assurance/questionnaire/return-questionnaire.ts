import { type IsoDate, londonDay } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { questions } from '#rules/data/questions.ts'
import { evaluate } from '#rules/engine.ts'
import { fifteenAnswers } from '#rules/questionnaire/fifteen-answers.ts'
import { type Frozen, fingerprintOf } from './frozen.ts'
import { questionnaireLifecycle } from './lifecycle.ts'
import { type Answer, answersTo, type Questionnaire } from './questionnaire.query.ts'
import { tellVirtualSchool } from './tell.ts'

/** The words of rule QST-05, while it stands in the way; only what a person confirmed is an answer. */
export function whatStopsTheReturn(
  form: Pick<Questionnaire, 'id' | 'child_id' | 'provider_id' | 'commissioner_id'>,
  answers: ReadonlyMap<number, Answer>,
  today: IsoDate,
): string | undefined {
  const confirmed = [...answers.values()].filter(({ confirmedAt }) => confirmedAt !== null)
  const found = evaluate(
    {
      asOf: today,
      authority: 'authority',
      questionnaires: [
        {
          id: form.id,
          pupil: form.child_id,
          provider: form.provider_id,
          commissioner: form.commissioner_id,
          answers: Object.fromEntries(
            confirmed.map(({ question, answer }) => [String(question), answer]),
          ),
        },
      ],
    },
    { rules: [fifteenAnswers] },
  )
  return found.find(({ blocks }) => blocks.includes('return-questionnaire'))?.message
}

/** Freezes the form with its fingerprint and tells the Virtual School. Incomplete, it is not returned. */
export async function returnQuestionnaire(doer: Doer, form: Questionnaire) {
  const { tx, me, now, today, audit } = doer
  const answers = await answersTo(tx, form.id)
  const stopped = whatStopsTheReturn(form, answers, today)
  if (stopped) throw new Refusal(stopped)
  const frozen = frozenForm(form, answers, { returnedOn: today, returnedBy: me.name })
  const { numUpdatedRows } = await tx
    .updateTable('questionnaire')
    .set({
      status: questionnaireLifecycle.next(form.status, 'return'),
      returned: JSON.stringify(frozen),
      returned_sha256: fingerprintOf(frozen),
      returned_at: now,
      returned_by: me.userId,
    })
    .where('id', '=', form.id)
    .where('version', '=', form.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refusal('Somebody returned or changed this form just now. Open it again.')
  audit({
    event: 'questionnaire.returned',
    subjectKind: 'questionnaire',
    subjectId: form.id,
    childId: form.child_id,
    detail: { fingerprint: fingerprintOf(frozen) },
  })
  await tellVirtualSchool(tx, today, {
    name: form.name,
    what: 'returned',
    fromOrganisationId: me.organisationId,
  })
}

const frozenForm = (
  form: Questionnaire,
  answers: ReadonlyMap<number, Answer>,
  when: Pick<Frozen, 'returnedOn' | 'returnedBy'>,
): Frozen => ({
  reference: form.name,
  ...when,
  school: form.commissionerName,
  provider: form.providerName,
  answers: questions.flatMap(({ number, wording }) => {
    const given = answers.get(number)
    return given?.confirmedAt
      ? [
          {
            question: number,
            wording,
            answer: given.answer,
            registered: given.registered,
            drafted: given.drafted,
            origins: given.origins,
            confirmedBy: given.confirmedBy ?? 'Not known',
            confirmedOn: londonDay(given.confirmedAt),
          },
        ]
      : []
  }),
})
