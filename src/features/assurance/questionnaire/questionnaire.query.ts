import type { z } from 'zod'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import { type Frozen, frozenOf, Origins } from './frozen.ts'
import type { QuestionnaireStatus } from './lifecycle.ts'

/** A form with the names that people know it by; hidden and absent look alike. */
export async function questionnaireById(tx: Tx, id: string) {
  const row = await forms(tx).where('q.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return named(row)
}
export type Questionnaire = Awaited<ReturnType<typeof questionnaireById>>

export const forms = (tx: Tx) =>
  tx
    .selectFrom('questionnaire as q')
    .innerJoin('organisation as provider', 'provider.id', 'q.provider_id')
    .innerJoin('organisation as commissioner', 'commissioner.id', 'q.commissioner_id')
    .leftJoin('child', 'child.id', 'q.child_id')
    .selectAll('q')
    .select([
      'provider.name as providerName',
      'commissioner.name as commissionerName',
      'child.forename',
      'child.surname',
      'child.reference as childReference',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof forms>['executeTakeFirstOrThrow']>>

export const named = (row: Row) => ({
  ...row,
  status: row.status as QuestionnaireStatus,
  name: writeReference('questionnaire', row.reference),
  // A school keeps the form that it wrote after the child has left it, without the child's name.
  childName: row.forename ? `${row.forename} ${row.surname}` : 'A child who has left your school',
})

export interface Answer {
  readonly question: number
  readonly answer: string
  readonly drafted: string | null
  readonly origins: z.infer<typeof Origins>
  readonly registered: boolean | null
  readonly confirmedAt: Date | null
  readonly confirmedBy: string | null
  readonly version: number
}

/** The answers that stand, by the number of their question. */
export async function answersTo(tx: Tx, id: string): Promise<Map<number, Answer>> {
  const rows = await tx
    .selectFrom('questionnaire_answer as a')
    .leftJoin('user_account as person', 'person.id', 'a.confirmed_by')
    .selectAll('a')
    .select('person.name as confirmedBy')
    .where('a.questionnaire_id', '=', id)
    .orderBy('a.question')
    .execute()
  return new Map(
    rows.map(row => [
      row.question,
      {
        question: row.question,
        answer: row.answer,
        drafted: row.drafted,
        origins: Origins.parse(row.origins),
        registered: row.registered,
        confirmedAt: row.confirmed_at,
        confirmedBy: row.confirmedBy,
        version: row.version,
      },
    ]),
  )
}

/** What the form before this one said, for what has changed since. */
export async function earlierOf(
  tx: Tx,
  form: Pick<Questionnaire, 'follows_id'>,
): Promise<Frozen | undefined> {
  if (!form.follows_id) return undefined
  const row = await tx
    .selectFrom('questionnaire')
    .select('returned')
    .where('id', '=', form.follows_id)
    .executeTakeFirst()
  return row && frozenOf(row)
}
