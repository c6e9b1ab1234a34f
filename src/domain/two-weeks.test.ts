import { expect, test } from 'vitest'
import { isoDate } from './dates.ts'
import { schoolCalendar } from './school-calendar.ts'
import {
  countedWithoutTerms,
  fullerWeek,
  letteredWeeks,
  mondayOf,
  weekLetterOn,
} from './two-weeks.ts'

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

test.each([
  ['2027-07-31', '2026-09-01'],
  ['2026-08-01', '2026-09-01'],
  ['2026-12-31', '2026-09-01'],
])('Without terms the weeks of %s are counted from %s', (day, from) => {
  expect(countedWithoutTerms(isoDate(day))).toBe(from)
})

test('Half-term is passed over, and the term after it begins with week A, even in the middle of a week', () => {
  const weeks = letteredWeeks(isoDate('2026-10-07'), 4, isSchoolDay, day =>
    weekLetterOn(day, isoDate(day < '2026-10-26' ? '2026-09-02' : '2026-10-26'), isSchoolDay),
  )
  expect(weeks).toEqual([
    { monday: '2026-10-05', letter: 'B' },
    { monday: '2026-10-12', letter: 'A' },
    { monday: '2026-10-26', letter: 'A' },
    { monday: '2026-11-02', letter: 'B' },
  ])
})

test('Nothing is found where no day is a school day', () => {
  expect(
    letteredWeeks(
      isoDate('2026-10-07'),
      2,
      () => false,
      () => 'A',
    ),
  ).toEqual([])
})

test('Of two weeks the fuller one counts', () => {
  const all = [
    { in_weeks: 'every', minutes: 60 },
    { in_weeks: 'A', minutes: 60 },
    { in_weeks: 'B', minutes: 90 },
  ] as const
  const fuller = fullerWeek(all, week => week.reduce((sum, { minutes }) => sum + minutes, 0))
  expect(fuller.map(({ in_weeks }) => in_weeks)).toEqual(['every', 'B'])
})
