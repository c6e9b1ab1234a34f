import { newId } from '#domain/ids.ts'
import { isTemporaryUpn, type Upn } from '#domain/upn.ts'
import { childRow, nameKeys } from '#features/children/index.ts'
import type { Value } from '../row.ts'
import type { KnownChild } from './known.query.ts'
import type { By, Judging, Outcome } from './writes.ts'

/** Who the child is: a new row, or what differs on the one there is. Answers the child’s id. */
export function identityWrites(by: By, judging: Judging, outcome: Outcome): string | undefined {
  const { row, on } = judging
  if (on) {
    changed(on, judging, outcome)
    return on.id
  }
  if (!row.forename || !row.surname || !row.birthDate) return undefined
  const id = newId()
  const { created_at, ...add } = childRow(by, id, {
    forename: row.forename,
    surname: row.surname,
    preferredForename: row.preferredForename,
    preferredSurname: row.preferredSurname,
    birthDate: row.birthDate,
    upn: row.upn,
    uln: row.uln,
    sex: row.sex,
    ethnicity: row.ethnicity,
    firstLanguage: row.firstLanguage,
    freeSchoolMeals: row.freeSchoolMeals,
    youngCarer: row.youngCarer,
  })
  outcome.writes.push({ table: 'child', id, add: { ...add, created_at: created_at.toISOString() } })
  return id
}

const columns: readonly (readonly [
  column: keyof KnownChild & string,
  field: keyof Judging['row'],
  words: string,
])[] = [
  ['forename', 'forename', 'Forename'],
  ['surname', 'surname', 'Surname'],
  ['preferred_forename', 'preferredForename', 'Preferred forename'],
  ['preferred_surname', 'preferredSurname', 'Preferred surname'],
  ['uln', 'uln', 'ULN'],
  ['sex', 'sex', 'Sex'],
  ['ethnicity', 'ethnicity', 'Ethnicity'],
  ['first_language', 'firstLanguage', 'First language'],
  ['free_school_meals', 'freeSchoolMeals', 'Free school meals'],
  ['young_carer', 'youngCarer', 'Young carer'],
]

function changed(on: KnownChild, { row, matching }: Judging, { writes, changes }: Outcome) {
  const change: Record<string, Value> = {}
  for (const [column, field, words] of columns) {
    const [was, is] = [on[column] as Value, row[field] as Value | undefined]
    if (is === undefined || is === was) continue
    // An empty cell says nothing, unless its author said that it does; a child is never without a name.
    if (is === null && (!matching.blankClears || column === 'forename' || column === 'surname'))
      continue
    change[column] = is
    changes.push({ what: words, from: inWords(was), to: inWords(is) })
  }
  if (row.upn && on.upn === null && !isTemporaryUpn(row.upn as Upn)) {
    change['upn'] = row.upn
    changes.push({ what: 'UPN', from: inWords(null), to: row.upn })
  }
  if (Object.keys(change).length === 0) return
  if (
    ['forename', 'surname', 'preferred_forename', 'preferred_surname'].some(
      column => column in change,
    )
  )
    Object.assign(change, keysAfter(on, change))
  const before = Object.fromEntries(
    Object.keys(change).map(column => [column, beforeOf(on, column)]),
  )
  writes.push({ table: 'child', id: on.id, version: on.version, change, before })
}

const keysAfter = (on: KnownChild, change: Record<string, Value>) =>
  nameKeys({
    forename: String(change['forename'] ?? on.forename),
    surname: String(change['surname'] ?? on.surname),
    preferredForename: after('preferred_forename', on, change),
    preferredSurname: after('preferred_surname', on, change),
  })

const after = (
  column: 'preferred_forename' | 'preferred_surname',
  on: KnownChild,
  change: Record<string, Value>,
) => (column in change ? change[column] : on[column]) as string | null

/** What an undo puts back. A column that was not read could not be. */
function beforeOf(on: KnownChild, column: string): Value {
  const value = (on as unknown as Record<string, Value | undefined>)[column]
  if (value === undefined) throw new RangeError(`${column} was not read before it is changed`)
  return value
}

export const inWords = (value: Value | undefined): string => {
  if (value === null || value === undefined || value === '') return 'nothing'
  return value === true ? 'Yes' : value === false ? 'No' : String(value)
}
