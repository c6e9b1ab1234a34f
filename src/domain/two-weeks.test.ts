import { expect, test } from 'vitest'
import { isoDate } from './dates.ts'
import { schoolCalendar } from './school-calendar.ts'
import { mondayOf, weekLetterOn } from './two-weeks.ts'

const { isSchoolDay } = schoolCalendar({
  terms: [
    { start: isoDate('2026-09-02'), end: isoDate('2026-10-16') },
    { start: isoDate('2026-10-26'), end: isoDate('2026-12-18') },
  ],
})

test.each([
  ['2026-11-20', '2026-11-16'],
  ['2026-11-16', '2026-11-16'],
  ['2026-11-22', '2026-11-16'],
])('The week of %s begins on %s', (day, monday) => {
  expect(mondayOf(isoDate(day))).toBe(monday)
})

test.each([
  ['2026-09-02', 'A'],
  ['2026-09-04', 'A'],
  ['2026-09-07', 'B'],
  ['2026-09-14', 'A'],
  ['2026-10-16', 'A'],
  // The week of half-term is not counted.
  ['2026-10-26', 'B'],
  ['2026-11-02', 'A'],
])('%s is in week %s', (day, letter) => {
  expect(weekLetterOn(isoDate(day), isoDate('2026-09-02'), isSchoolDay)).toBe(letter)
})
