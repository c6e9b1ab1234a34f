import { bankHolidays } from '#domain/bank-holidays.ts'
import { addDays, type IsoDate, isoDate, weekdayOf } from '#domain/dates.ts'
import { londonMoment } from '#domain/london-time.ts'
import { schoolCalendar } from '#domain/school-calendar.ts'

export interface DemonstrationTerm {
  readonly name: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
}

/** The first Monday on or after a day: invented term dates follow a pattern, whatever the year is. */
const mondayFrom = (day: IsoDate) => addDays(day, (8 - weekdayOf(day)) % 7)

/** Six half-terms of the school year that begins in that calendar year. */
export function termsOf(year: number): DemonstrationTerm[] {
  const day = (text: string, next = 0) => isoDate(`${year + next}-${text}`)
  const half = mondayFrom(day('10-19'))
  const spring = mondayFrom(day('01-03', 1))
  const february = mondayFrom(day('02-12', 1))
  const april = mondayFrom(day('04-10', 1))
  const may = mondayFrom(day('05-25', 1))
  const label = `${year}-${String(year + 1).slice(2)}`
  return [
    { name: `Autumn 1, ${label}`, startsOn: day('09-02'), endsOn: addDays(half, -3) },
    {
      name: `Autumn 2, ${label}`,
      startsOn: addDays(half, 7),
      endsOn: addDays(mondayFrom(day('12-14')), 4),
    },
    { name: `Spring 1, ${label}`, startsOn: spring, endsOn: addDays(february, -3) },
    { name: `Spring 2, ${label}`, startsOn: addDays(february, 7), endsOn: addDays(april, -17) },
    { name: `Summer 1, ${label}`, startsOn: april, endsOn: addDays(may, -3) },
    {
      name: `Summer 2, ${label}`,
      startsOn: addDays(may, 7),
      endsOn: addDays(mondayFrom(day('07-10', 1)), 4),
    },
  ]
}

/** The school year, by its first calendar year, in which a day lies. */
export const schoolYearBegins = (day: IsoDate) =>
  Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)

/** Last school year, this one and the next two: what the demonstration plays in, and what it plans into. */
export const playedYears = (today: IsoDate) =>
  [-1, 0, 1, 2].map(shift => schoolYearBegins(today) + shift)

export function demonstrationCalendar(today: IsoDate) {
  const years = playedYears(today)
  return schoolCalendar({
    terms: years.flatMap(termsOf).map(({ startsOn, endsOn }) => ({ start: startsOn, end: endsOn })),
    closures: years
      .flatMap(year => [...bankHolidays(year), ...bankHolidays(year + 1)])
      .map(({ day }) => day),
  })
}

/** A moment of that day’s working hours, by a number that chance gives. */
export const momentOn = (day: IsoDate, number: number) =>
  londonMoment(
    day,
    `${String(9 + (number % 7)).padStart(2, '0')}:${String((number * 7) % 60).padStart(2, '0')}`,
  )
