import { addDays, daysBetween, type IsoDate, weekdayOf } from '#domain/dates.ts'
import type { Table, TableRow } from '#domain/table.ts'
import { asDay } from '#domain/typed-day.ts'
import type { ClosedDay, TermDates } from './keep-calendar.ts'

export interface ReadDates {
  readonly terms: readonly TermDates[]
  readonly closedDays: readonly ClosedDay[]
  readonly problems: readonly { readonly row: number; readonly problem: string }[]
}

/** How people head these columns. */
export const dateColumns = [
  { key: 'kind', name: 'What', alsoCalled: ['Kind', 'Type', 'Event'] },
  { key: 'name', name: 'Name', alsoCalled: ['Title', 'Description', 'Term', 'Reason', 'Summary'] },
  {
    key: 'first',
    name: 'First day',
    alsoCalled: ['From', 'Start', 'Starts', 'Start date', 'Date', 'Begins'],
  },
  { key: 'last', name: 'Last day', alsoCalled: ['To', 'End', 'Ends', 'End date', 'Until'] },
] as const
export type DateColumn = (typeof dateColumns)[number]['key']

/** Reads terms, INSET days and closures from a table: one a row, with what it is, its name, its first and its last day. */
export function readDates(
  table: Table,
  heading: Readonly<Record<DateColumn, string | undefined>>,
): ReadDates {
  const terms: TermDates[] = []
  const closedDays: ClosedDay[] = []
  const problems: { row: number; problem: string }[] = []
  for (const row of table.rows) {
    const read = readRow(row, heading)
    if ('problem' in read) problems.push({ row: row.number, problem: read.problem })
    else if (read.kind === 'term') {
      const other = terms.find(term => term.startsOn <= read.last && term.endsOn >= read.first)
      if (other)
        problems.push({ row: row.number, problem: `“${read.name}” overlaps with “${other.name}”` })
      else terms.push({ name: read.name, startsOn: read.first, endsOn: read.last })
    } else
      closedDays.push(
        ...weekdays(read.first, read.last).map(on => ({
          on,
          kind: read.kind as ClosedDay['kind'],
          reason: read.name,
        })),
      )
  }
  return { terms, closedDays: onceEach(closedDays), problems }
}

type ReadRow = { kind: 'term' | ClosedDay['kind']; name: string; first: IsoDate; last: IsoDate }

function readRow(
  { cells }: TableRow,
  heading: Readonly<Record<DateColumn, string | undefined>>,
): ReadRow | { problem: string } {
  const cell = (column: DateColumn) => cells[heading[column] ?? ''] ?? ''
  const kind = kindIn(cell('kind') || cell('name'))
  if (!kind)
    return {
      problem: `“${cell('kind')}” is neither a term, an INSET day nor a closure. Write Term, INSET or Closed`,
    }
  const first = asDay(cell('first'))
  if (!first)
    return { problem: `“${cell('first')}” is not a date. Write the first day like 01/09/2026` }
  const last = cell('last') === '' ? undefined : asDay(cell('last'))
  if (cell('last') !== '' && !last)
    return { problem: `“${cell('last')}” is not a date. Write the last day like 23/10/2026` }
  if (kind === 'term' && !last) return { problem: 'A term needs a last day' }
  const end = last ?? first
  if (end < first) return { problem: 'The last day is before the first' }
  const most = kind === 'term' ? 200 : 20
  if (daysBetween(first, end) > most)
    return { problem: `That is more than ${most} days. Check the years` }
  return { kind, name: (cell('name') || words[kind]).slice(0, 100), first, last: end }
}

const words = { term: 'Term', inset: 'Training', closure: 'Closed' } as const

function kindIn(text: string): ReadRow['kind'] | undefined {
  if (/\b(inset|training|staff)\b/i.test(text)) return 'inset'
  if (/\b(clos|polling|strike|snow)/i.test(text)) return 'closure'
  return /\b(term|autumn|spring|summer)\b/i.test(text) ? 'term' : undefined
}

const weekdays = (first: IsoDate, last: IsoDate) =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, n) => addDays(first, n)).filter(
    day => weekdayOf(day) % 6 !== 0,
  )

const onceEach = (days: readonly ClosedDay[]) => [
  ...new Map(days.map(day => [day.on, day])).values(),
]
