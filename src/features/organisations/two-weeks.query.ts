import { type IsoDate, weekdayOf } from '#domain/dates.ts'
import {
  countedWithoutTerms,
  type LetteredWeek,
  letteredWeeks,
  type WeekLetter,
  weekLetterOn,
} from '#domain/two-weeks.ts'
import type { Tx } from '#platform/database/database.ts'
import { authorityCalendar } from './calendar.query.ts'

/**
 * Which of two alternating weeks a day is in, by the authority's terms: one answer for every school and provider, so that
 * the weeks of a child who is at several of them fit together. Beyond the known terms every calendar week counts.
 */
export async function twoWeeks(tx: Tx) {
  const calendar = await authorityCalendar(tx)
  const starts = await tx
    .selectFrom('term')
    .select('starts_on')
    .where('school_id', 'is', null)
    .orderBy('starts_on')
    .execute()
  const { firstKnownDay: first, lastKnownDay: last } = calendar
  const isSchoolDay = (day: IsoDate): boolean => {
    const weekday = weekdayOf(day)
    if (weekday === 0 || weekday === 6) return false
    return !first || !last || day < first || day > last || calendar.isSchoolDay(day)
  }
  const letterOn = (day: IsoDate): WeekLetter =>
    weekLetterOn(
      day,
      starts.findLast(({ starts_on }) => starts_on <= day)?.starts_on ?? countedWithoutTerms(day),
      isSchoolDay,
    )
  return { isSchoolDay, letterOn }
}

/** The week of the day, or the next with school in it, and those after it. */
export async function schoolWeeksFrom(
  tx: Tx,
  day: IsoDate,
  many = 8,
): Promise<readonly LetteredWeek[]> {
  const { isSchoolDay, letterOn } = await twoWeeks(tx)
  return letteredWeeks(day, many, isSchoolDay, letterOn)
}
