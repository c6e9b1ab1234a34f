import { firstDayOf, lastDayOf, type YearLabel, yearStarts } from '#domain/academic-year.ts'
import { addDays, type IsoDate, weekdayOf } from '#domain/dates.ts'
import { schoolCalendar } from '#domain/school-calendar.ts'

export interface EnteredTerm {
  readonly id: string
  readonly owner: string | null
  readonly name: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly version: number
}

export interface EnteredClosedDay {
  /** A bank holiday has none: it is the same for everybody. */
  readonly id: string | undefined
  readonly owner: string | null
  readonly on: IsoDate
  readonly kind: 'inset' | 'closure' | 'bank holiday'
  readonly reason: string
}

export interface EnteredDays {
  readonly terms: readonly EnteredTerm[]
  readonly closedDays: readonly EnteredClosedDay[]
}

export type YearEntry =
  | { readonly what: 'term'; readonly term: EnteredTerm; readonly days: number }
  | { readonly what: 'holiday'; readonly startsOn: IsoDate; readonly endsOn: IsoDate }
  | { readonly what: 'closed'; readonly day: EnteredClosedDay; readonly inTerm: boolean }

export interface SchoolYear {
  readonly year: YearLabel
  /** Days on which children are taught: without INSET days, closures and bank holidays. */
  readonly days: number
  readonly insetDays: number
  readonly entries: readonly YearEntry[]
}

/** Maintained schools must meet for 380 sessions, two a day: Education (School Day and School Year) (England) Regulations 1999. */
export const daysExpected = 190

/** A school's year from 1 August, so that one that begins in August is whole: what was entered, in order, with its count of days. */
export function schoolYear({ terms, closedDays }: EnteredDays, year: YearLabel): SchoolYear {
  const first = firstDayOf(year, yearStarts.academic)
  const last = lastDayOf(year, yearStarts.academic)
  const within = terms
    .filter(term => term.startsOn <= last && term.endsOn >= first)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const calendar = schoolCalendar({
    terms: within.map(term => ({ start: term.startsOn, end: term.endsOn })),
    closures: closedDays.map(({ on }) => on),
  })
  const daysIn = (from: IsoDate, to: IsoDate) => calendar.daysAfter(addDays(from, -1), to).days
  const inTerm = (day: IsoDate) =>
    weekdayOf(day) % 6 !== 0 && within.some(term => term.startsOn <= day && day <= term.endsOn)
  const closed = closedDays
    .filter(({ on }) => first <= on && on <= last)
    .map(day => ({ what: 'closed' as const, day, inTerm: inTerm(day.on) }))
  const entries: YearEntry[] = [
    ...within.map(term => ({
      what: 'term' as const,
      term,
      days: daysIn(term.startsOn, term.endsOn),
    })),
    ...holidaysBetween(within),
    // Bank holidays in the middle of a holiday change nothing, and are most of them.
    ...closed.filter(({ day, inTerm: counts }) => counts || day.kind !== 'bank holiday'),
  ]
  return {
    year,
    days: within.length === 0 ? 0 : daysIn(first, last),
    insetDays: new Set(
      closed.filter(one => one.inTerm && one.day.kind === 'inset').map(one => one.day.on),
    ).size,
    entries: entries.sort((a, b) =>
      startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0,
    ),
  }
}

const startOf = (entry: YearEntry): IsoDate =>
  entry.what === 'term'
    ? entry.term.startsOn
    : entry.what === 'holiday'
      ? entry.startsOn
      : entry.day.on

/** What lies between two terms, weekends alone apart. */
const holidaysBetween = (terms: readonly EnteredTerm[]): YearEntry[] =>
  terms.slice(1).flatMap((next, place) => {
    const before = terms[place]
    if (!before) return []
    const startsOn = addDays(before.endsOn, 1)
    const endsOn = addDays(next.startsOn, -1)
    const weekdays = schoolCalendar({ terms: [{ start: startsOn, end: endsOn }] })
    return endsOn >= startsOn && weekdays.daysAfter(before.endsOn, endsOn).days > 0
      ? [{ what: 'holiday' as const, startsOn, endsOn }]
      : []
  })
