import { newId } from '#domain/ids.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { AnswerValue } from './fields.ts'
import type { ReferralForm } from './referral-form.query.ts'
import { refuseClosed } from './save-section.ts'
import type { RowKind } from './sections.ts'

type Answers = Readonly<Record<string, AnswerValue>>
const tables = { steps: 'response_step', attendance: 'attendance_summary', risks: 'risk' } as const

/** Adds a row to a section, or changes one that is there. */
export async function saveRow(
  doer: Pick<Doer, 'tx' | 'audit'>,
  form: ReferralForm,
  kind: RowKind,
  answers: Answers,
  rowId?: string,
): Promise<string> {
  const { tx } = doer
  refuseClosed(form.referral.status)
  const values = stored(kind, answers, rowId !== undefined)
  const id = rowId ?? newId()
  if (rowId) {
    const { numUpdatedRows } = await tx
      .updateTable(tables[kind])
      .set(values as never)
      .where('id', '=', rowId)
      .where('referral_id', '=', form.referral.id)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new NotFound()
  } else {
    const position = kind === 'steps' ? { position: form.rows.steps.length } : {}
    await tx
      .insertInto(tables[kind])
      .values({ id, referral_id: form.referral.id, ...values, ...position } as never)
      .execute()
  }
  remember(doer, form, kind, rowId ? 'changed' : 'added')
  return id
}

export async function removeRow(
  doer: Pick<Doer, 'tx' | 'audit'>,
  form: ReferralForm,
  kind: RowKind,
  rowId: string,
): Promise<void> {
  refuseClosed(form.referral.status)
  const { numDeletedRows } = await doer.tx
    .deleteFrom(tables[kind])
    .where('id', '=', rowId)
    .where('referral_id', '=', form.referral.id)
    .executeTakeFirst()
  if (numDeletedRows !== 1n) throw new NotFound()
  remember(doer, form, kind, 'removed')
}

const remember = (
  { audit }: Pick<Doer, 'audit'>,
  { referral }: ReferralForm,
  kind: RowKind,
  change: string,
) =>
  audit({
    event: 'referral.changed',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: referral.child_id ?? undefined,
    detail: { rows: kind, change },
  })

/** Choices on a scale are numbers in the database; everything else is as it was checked. */
function stored(kind: RowKind, answers: Answers, there: boolean): Record<string, AnswerValue> {
  if (kind === 'risks')
    return {
      ...answers,
      likelihood: Number(answers['likelihood']),
      severity: Number(answers['severity']),
    }
  if (kind === 'attendance' && there) {
    // A row is about its year: for another year there is another row.
    const { school_year: _year, ...rest } = answers
    return rest
  }
  return { ...answers }
}

/** What is wrong with the numbers of a school year, by field. */
export function impossible(
  form: ReferralForm,
  answers: Answers,
  rowId?: string,
): Readonly<Record<string, string>> {
  const taken = form.rows.attendance.some(
    row => row.id !== rowId && row['school_year'] === answers['school_year'],
  )
  const possible = Number(answers['possible_sessions'])
  return {
    ...(taken ? { school_year: 'That school year is on the list already: change it there' } : {}),
    ...(Number(answers['attended_sessions']) > possible
      ? { attended_sessions: 'Sessions attended must be no more than the possible sessions' }
      : {}),
    ...(Number(answers['unauthorised_sessions'] ?? 0) > possible
      ? { unauthorised_sessions: 'Sessions missed must be no more than the possible sessions' }
      : {}),
  }
}
