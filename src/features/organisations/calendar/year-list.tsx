import type { ComponentChildren } from 'preact'
import type { IsoDate } from '#domain/dates.ts'
import { dayInWords, weekdayInWords } from '#domain/london-time.ts'
import { Alert, type Cell, EmptyState, NumericData, Table } from '#govuk/index.ts'
import { daysExpected, type SchoolYear, type YearEntry } from './school-year.ts'

export const yearInWords = (year: string) => `${year.slice(0, 4)} to 20${year.slice(5)}`

/** The year from its first term to its last: what was entered, how many days each term has, and what is left out of them. */
export const YearList = ({
  schoolYear,
  authority = false,
  actions,
  empty,
}: {
  schoolYear: SchoolYear
  /** The authority's own dates, from which each school takes its INSET days. */
  authority?: boolean
  /** What may be done with an entry; nothing on pages that are only read. */
  actions?: (entry: YearEntry) => ComponentChildren
  empty: string
}) => {
  const { year, days, insetDays, entries } = schoolYear
  if (entries.length === 0)
    return <EmptyState title={`No dates for ${yearInWords(year)}`}>{empty}</EmptyState>
  return (
    <>
      <NumericData
        items={[
          {
            number: days,
            label: 'school days',
            note: authority
              ? `${daysExpected + insetDaysUsual} are usual, from which each school takes ${insetDaysUsual} INSET days`
              : `${daysExpected} are expected`,
          },
          { number: insetDays, label: insetDays === 1 ? 'INSET day' : 'INSET days' },
        ]}
      />
      {isUnusual(days, authority) && <CountDiffers days={days} />}
      <Table
        caption={`Dates of ${yearInWords(year)}`}
        captionHidden
        head={[
          'Dates',
          'What',
          { children: 'School days', format: 'numeric' },
          ...(actions ? ['Change'] : []),
        ]}
        rows={entries.map(entry => [...cellsOf(entry), ...(actions ? [actions(entry)] : [])])}
      />
    </>
  )
}

const insetDaysUsual = 5
const isUnusual = (days: number, authority: boolean) =>
  days > 0 && (days < daysExpected || days > daysExpected + (authority ? insetDaysUsual : 0))

const CountDiffers = ({ days }: { days: number }) => (
  <Alert
    kind="information"
    title={`${Math.abs(days - daysExpected)} days ${days < daysExpected ? 'fewer' : 'more'} than usual`}
  >
    <p class="govuk-body">
      A maintained school meets on {daysExpected} days (380 half-day sessions) in a school year, and
      most academies do the same. Check that all six half-terms, the bank holidays and the INSET
      days have been entered: deadlines in school days are counted by this calendar.
    </p>
  </Alert>
)

function cellsOf(entry: YearEntry): Cell[] {
  if (entry.what === 'holiday')
    return [range(entry.startsOn, entry.endsOn), 'Holiday', { children: '', format: 'numeric' }]
  if (entry.what === 'term')
    return [
      range(entry.term.startsOn, entry.term.endsOn),
      <strong>{entry.term.name}</strong>,
      { children: entry.days, format: 'numeric' },
    ]
  return [
    weekdayInWords(entry.day.on),
    <div>
      {kindWords[entry.day.kind]}: {entry.day.reason}
      {!entry.inTerm && (
        <div class="govuk-hint govuk-!-margin-bottom-0">
          Outside the terms, so it changes nothing
        </div>
      )}
    </div>,
    { children: entry.inTerm ? '−1' : '', format: 'numeric' },
  ]
}

const kindWords = { inset: 'INSET day', closure: 'Closed', 'bank holiday': 'Bank holiday' } as const

/** “1 September to 23 October 2026”; the first year is said only when it is another. */
function range(from: IsoDate, to: IsoDate) {
  if (from === to) return dayInWords(from)
  const first =
    from.slice(0, 4) === to.slice(0, 4) ? dayInWords(from).slice(0, -5) : dayInWords(from)
  return `${first} to ${dayInWords(to)}`
}
