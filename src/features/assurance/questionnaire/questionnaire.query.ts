import type { IsoDate } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
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

export interface Origin {
  readonly text: string
  readonly source: string
  readonly on: IsoDate | null
}

export interface Answer {
  readonly question: number
  readonly answer: string
  readonly drafted: string | null
  readonly origins: readonly Origin[]
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
        origins: row.origins as unknown as Origin[],
        registered: row.registered,
        confirmedAt: row.confirmed_at,
        confirmedBy: row.confirmedBy,
        version: row.version,
      },
    ]),
  )
}

/** The form as it was returned, word for word. */
export interface Frozen {
  readonly reference: string
  readonly returnedOn: IsoDate
  readonly returnedBy: string
  readonly school: string
  readonly provider: string
  readonly answers: readonly {
    readonly question: number
    readonly wording: string
    readonly answer: string
    readonly registered: boolean | null
    readonly drafted: string | null
    readonly origins: readonly Origin[]
    readonly confirmedBy: string
    readonly confirmedOn: IsoDate
  }[]
}

export const frozenOf = (form: Pick<Questionnaire, 'returned'>): Frozen | undefined =>
  (form.returned as unknown as Frozen | null) ?? undefined

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
