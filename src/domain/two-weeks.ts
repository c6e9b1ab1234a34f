import { academicYearOf } from './academic-year.ts'
import { addDays, type IsoDate, isoDate, weekdayOf } from './dates.ts'

export type WeekLetter = 'A' | 'B'

/** A week with a school day in it, and which of two alternating weeks it is. */
export interface LetteredWeek {
  readonly monday: IsoDate
  readonly letter: WeekLetter
}

/** The Monday of the week that holds the day; a Sunday belongs to the week before it. */
export const mondayOf = (day: IsoDate): IsoDate => addDays(day, -((weekdayOf(day) + 6) % 7))

/**
 * Which of two alternating weeks a day is in: the first week of its term is A, and a week without a school day, such as
 * half-term, is not counted.
 */
export function weekLetterOn(
  day: IsoDate,
  termStart: IsoDate,
  isSchoolDay: (day: IsoDate) => boolean,
): WeekLetter {
  let letter: WeekLetter = 'A'
  for (let monday = mondayOf(termStart); addDays(monday, 7) <= day; monday = addDays(monday, 7))
    if (daysFrom(monday).some(isSchoolDay)) letter = letter === 'A' ? 'B' : 'A'
  return letter
}

/** From when weeks are counted where no term is known: 1 September of a school year that begins in August. */
export const countedWithoutTerms = (day: IsoDate): IsoDate =>
  isoDate(`${academicYearOf(day).slice(0, 4)}-09-01`)

// No holiday is as long as a quarter of a year: a search that goes on longer looks at terms that nobody has entered.
const furthest = 13

/** The week of a day, or the first with a school day after it, and those that follow. */
export function letteredWeeks(
  from: IsoDate,
  many: number,
  isSchoolDay: (day: IsoDate) => boolean,
  letterOn: (day: IsoDate) => WeekLetter,
): LetteredWeek[] {
  return Array.from({ length: many + furthest }, (_each, at) => addDays(mondayOf(from), 7 * at))
    .flatMap(monday => {
      // A term may begin in the middle of a week.
      const first = daysFrom(monday).find(isSchoolDay)
      return first ? [{ monday, letter: letterOn(first) }] : []
    })
    .slice(0, many)
}

const daysFrom = (monday: IsoDate) => [0, 1, 2, 3, 4].map(after => addDays(monday, after))

/** Of two weeks that alternate, the fuller one: a limit that is passed every other week is passed. */
export function fullerWeek<T extends { readonly in_weeks: 'every' | WeekLetter }>(
  stretches: readonly T[],
  minutesIn: (week: readonly T[]) => number,
): T[] {
  const week = (letter: WeekLetter) =>
    stretches.filter(({ in_weeks }) => in_weeks === 'every' || in_weeks === letter)
  const [a, b] = [week('A'), week('B')]
  return minutesIn(b) > minutesIn(a) ? b : a
}
