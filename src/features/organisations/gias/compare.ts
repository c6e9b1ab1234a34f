import { addDays, type IsoDate } from '#domain/dates.ts'
import { type GiasSchool, isOpenSchool } from '#domain/gias.ts'
import type { GiasColumn } from '#domain/gias-columns.ts'
import {
  type RegisteredName,
  type RegisteredValues,
  registeredFields,
  registeredNames,
  registeredValues,
} from './registered-values.ts'
import { kindOfSchool, type SchoolKind } from './school-kind.ts'

/** A row of the register without its head teacher, who is never stored. */
export type RegisterRow = Omit<GiasSchool, 'head'>

/** A school that is here already. */
export interface KnownSchool {
  readonly id: string
  readonly urn: string
  readonly previousUrns: readonly string[]
  readonly closedOn: IsoDate | null
  readonly values: RegisteredValues
  /** The partnership that it is in, to say what its closing ends. */
  readonly partnership: string | null
}

export interface Choice {
  readonly authorities: readonly string[]
  readonly kinds: readonly SchoolKind[]
}

export interface FieldChange {
  readonly field: RegisteredName | 'urn' | 'closed_on'
  readonly before: string | number | boolean | null
  readonly after: string | number | boolean | null
}
export interface ChangedSchool {
  readonly id: string
  readonly urn: string
  readonly name: string
  readonly fields: readonly FieldChange[]
  /** What it stops being a member of, when it closes. */
  readonly partnership?: string | null
}

/** What importing a file would do, and what it would leave alone. */
export interface Comparison {
  readonly added: readonly RegisterRow[]
  readonly changed: readonly ChangedSchool[]
  /** Closed in the register, and opened again under a new number: the same school here. */
  readonly converted: readonly ChangedSchool[]
  readonly closed: readonly ChangedSchool[]
  /** Open here and not in the file. Nothing is done about them. */
  readonly missing: readonly { readonly id: string; readonly urn: string; readonly name: string }[]
  readonly unchanged: number
  readonly notYetOpen: number
}

export interface Sides {
  readonly known: readonly KnownSchool[]
  /** All rows of the chosen authorities, and whichever others are about schools that are known. */
  readonly rows: readonly RegisterRow[]
  readonly choice: Choice
  /** Columns that the file does not have: what we know of them stays. */
  readonly absent: readonly GiasColumn[]
  readonly fileOn: IsoDate
}

/** Compares a file of the register with the schools that are here. Every known school is compared; the choice says which may be added. */
export function compare({ known, rows, choice, absent, fileOn }: Sides): Comparison {
  const byUrn = new Map(rows.map(row => [row.urn as string, row]))
  const taken = new Set(known.flatMap(school => [school.urn, ...school.previousUrns]))
  const wanted = rows.filter(
    row =>
      !taken.has(row.urn) &&
      choice.authorities.includes(row.authorityNumber) &&
      choice.kinds.includes(kindOfSchool(row)),
  )
  const successors = successorsAmong(rows.filter(row => !taken.has(row.urn) && isOpenSchool(row)))
  const comparison = {
    added: [] as RegisterRow[],
    changed: [] as ChangedSchool[],
    converted: [] as ChangedSchool[],
    closed: [] as ChangedSchool[],
    missing: [] as { id: string; urn: string; name: string }[],
    unchanged: 0,
    notYetOpen: wanted.filter(row => row.statusCode === '4').length,
  }
  const continued = new Set<string>()
  for (const school of known) {
    const row = byUrn.get(school.urn)
    const name = String(school.values.name)
    if (!row) {
      if (school.closedOn === null)
        comparison.missing.push({ id: school.id, urn: school.urn, name })
      continue
    }
    const successor = row.statusCode === '2' ? successors(school, row) : undefined
    if (successor) {
      continued.add(successor.urn)
      const fields = [
        { field: 'urn' as const, before: school.urn, after: successor.urn as string },
        ...differences(school, successor, absent, fileOn),
      ]
      comparison.converted.push({ id: school.id, urn: successor.urn, name: successor.name, fields })
      continue
    }
    const fields = differences(school, row, absent, fileOn)
    const change = { id: school.id, urn: school.urn, name, fields }
    if (fields.length === 0) comparison.unchanged += 1
    else if (fields.some(({ field, after }) => field === 'closed_on' && after !== null))
      comparison.closed.push({ ...change, partnership: school.partnership })
    else comparison.changed.push(change)
  }
  comparison.added = wanted.filter(row => isOpenSchool(row) && !continued.has(row.urn))
  return comparison
}

/**
 * A school that becomes an academy closes and opens again under a new URN, mostly with the number it had in its
 * authority. Only a school that closed within two months of the other's opening is taken for it: numbers are used again.
 */
function successorsAmong(open: readonly RegisterRow[]) {
  const byNumber = new Map(open.map(row => [numberOf(row), row]))
  return ({ closedOn }: KnownSchool, closing: RegisterRow): RegisterRow | undefined => {
    const next = closing.establishmentNumber ? byNumber.get(numberOf(closing)) : undefined
    const [end, start] = [closing.closeDate, next?.openDate]
    const near = end && start && start >= addDays(end, -31) && start <= addDays(end, 62)
    return closedOn === null && near ? next : undefined
  }
}
const numberOf = (row: RegisterRow) => `${row.authorityNumber}/${row.establishmentNumber}`

function differences(
  school: KnownSchool,
  row: RegisterRow,
  absent: readonly GiasColumn[],
  fileOn: IsoDate,
): FieldChange[] {
  const after = registeredValues(row)
  const fields: FieldChange[] = registeredNames
    .filter(name => !absent.includes(registeredFields[name].column))
    .filter(name => school.values[name] !== after[name])
    .map(name => ({ field: name, before: school.values[name], after: after[name] }))
  const closedOn = isOpenSchool(row) || row.statusCode === '4' ? null : (row.closeDate ?? fileOn)
  // A day of closing that we know already is not put off by a file that names none.
  const known = school.closedOn !== null && closedOn !== null && row.closeDate === undefined
  return closedOn === school.closedOn || known
    ? fields
    : [...fields, { field: 'closed_on', before: school.closedOn, after: closedOn }]
}
