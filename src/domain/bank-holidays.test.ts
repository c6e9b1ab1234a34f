import { expect, test } from 'vitest'
import { bankHolidays, easterSunday, isBankHoliday } from './bank-holidays.ts'
import { isoDate } from './dates.ts'

test.each([
  [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
  [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  // Christmas on a Sunday: Boxing Day keeps its Monday and Christmas takes the Tuesday.
  [2033, '01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27'],
])('The bank holidays of %i', (year, days) => {
  expect(
    bankHolidays(year)
      .map(one => one.day.slice(5))
      .join(' '),
  ).toBe(days)
})

test('The sixth of April 2026 is one, the seventh is not', () => {
  expect(isBankHoliday(isoDate('2026-04-06'))).toBe(true)
  expect(isBankHoliday(isoDate('2026-04-07'))).toBe(false)
})

test('Easter falls where the tables say', () => {
  expect([2000, 2008, 2011, 2019, 2038, 1818, 2285].map(easterSunday)).toEqual([
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2019-04-21',
    '2038-04-25',
    '1818-03-22',
    '2285-03-22',
  ])
})
