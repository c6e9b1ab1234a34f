import { addDays, dayOfMonth, daysBetween, type IsoDate } from '#domain/dates.ts'
import type { YearLabel } from '../facts.ts'

/** A year that runs over the New Year. Its last day is included. */
export type Year = {
  readonly label: YearLabel
  readonly first: IsoDate
  readonly last: IsoDate
  readonly days: number
}

/** 1 April to 31 March. */
export const financialYearOf = (day: IsoDate): Year => yearFrom(day, '04-01')

/** 1 September to 31 August, unless `policy.schoolYearStart` says otherwise. */
export const schoolYearOf = (day: IsoDate, start = '09-01'): Year => yearFrom(day, start)

export const yearAfter = (year: Year): Year => yearFrom(addDays(year.last, 1), startOf(year))
export const yearBefore = (year: Year): Year => yearFrom(addDays(year.first, -1), startOf(year))

/** The year of that label: `2026-27` by the day on which such a year starts. */
export const yearCalled = (label: YearLabel, start: string): Year =>
  yearFrom(dayIn(Number(label.slice(0, 4)), start), start)

const startOf = (year: Year) => year.first.slice(5)

function yearFrom(day: IsoDate, start: string): Year {
  const calendarYear = Number(day.slice(0, 4))
  const begun = dayIn(calendarYear, start)
  const from = begun <= day ? calendarYear : calendarYear - 1
  const first = dayIn(from, start)
  const last = addDays(dayIn(from + 1, start), -1)
  const label = `${String(from).padStart(4, '0')}-${String((from + 1) % 100).padStart(2, '0')}`
  return { label, first, last, days: daysBetween(first, last) + 1 }
}

// A start of 29, 30 or 31 in a shorter month is that month’s last day.
const dayIn = (year: number, monthAndDay: string): IsoDate =>
  dayOfMonth(year, Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(3)))
