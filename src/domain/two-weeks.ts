import { addDays, type IsoDate, weekdayOf } from './dates.ts'

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
): 'A' | 'B' {
  let letter: 'A' | 'B' = 'A'
  for (let monday = mondayOf(termStart); addDays(monday, 7) <= day; monday = addDays(monday, 7))
    if ([0, 1, 2, 3, 4].some(after => isSchoolDay(addDays(monday, after))))
      letter = letter === 'A' ? 'B' : 'A'
  return letter
}
