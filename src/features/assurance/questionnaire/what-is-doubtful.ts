import type { IsoDate } from '#domain/dates.ts'
import { authorityParameters, providerFacts } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { evaluate } from '#rules/engine.ts'
import { registeredWithWhom } from '#rules/registration/registered-with-whom.ts'
import type { Answer, Questionnaire } from './questionnaire.query.ts'

/** What rule REG-06 will say of the form when it is returned, while its school can still mend it. */
export async function whatIsDoubtful(
  tx: Tx,
  form: Pick<Questionnaire, 'id' | 'child_id' | 'provider_id' | 'commissioner_id'>,
  answers: ReadonlyMap<number, Answer>,
  today: IsoDate,
): Promise<string | undefined> {
  const second = answers.get(2)
  if (!second?.confirmedAt || second.registered !== true) return undefined
  const found = evaluate(
    {
      asOf: today,
      authority: 'authority',
      providers: await providerFacts(tx, [form.provider_id], 'authority'),
      questionnaires: [
        {
          id: form.id,
          pupil: form.child_id,
          provider: form.provider_id,
          commissioner: form.commissioner_id,
          saysRegistered: true,
        },
      ],
    },
    { rules: [registeredWithWhom], parameters: await authorityParameters(tx) },
  )
  return found[0]?.message
}
