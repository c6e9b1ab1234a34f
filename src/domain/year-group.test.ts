import { expect, test } from 'vitest'
import { isoDate } from './dates.ts'
import {
  ageOn,
  asYearGroup,
  compulsorySchoolAgeEnd,
  compulsorySchoolAgeStart,
  isOfCompulsorySchoolAge,
  yearGroupName,
  yearGroupOn,
} from './year-group.ts'

test.each([
  ['2012-09-01', '2024-09-01', 7],
  ['2013-08-31', '2024-09-01', 7],
  ['2013-09-01', '2024-09-01', 6],
  ['2012-09-01', '2024-08-31', 6],
  ['2019-08-31', '2023-09-01', 0],
  ['2020-01-01', '2023-09-01', -1],
  ['2010-02-28', '2026-06-26', 11],
])('A child born on %s is on %s in year %i', (born, day, year) => {
  expect(yearGroupOn(isoDate(born), isoDate(day))).toBe(year)
})

test('Where school begins in August the year group rises in August', () => {
  expect(yearGroupOn(isoDate('2013-08-31'), isoDate('2024-08-26'), '08-26')).toBe(7)
})

test('Year groups are read as people write them', () => {
  expect(['9', 'Y9', 'yr 9', 'Year 09', 'YEAR 9', 'NC Year 9'].map(asYearGroup)).toEqual(
    Array(6).fill(9),
  )
  expect(['R', 'Reception', 'N2', 'N1'].map(asYearGroup)).toEqual([0, 0, -1, -2])
  expect(['0', '15', 'nine', '', 'Year', '9a'].map(asYearGroup)).toEqual(Array(6).fill(undefined))
  expect([-1, 0, 9].map(yearGroupName)).toEqual(['Nursery', 'Reception', 'Year 9'])
})

test('An age changes on the birthday, and for a child of 29 February on 1 March', () => {
  expect(ageOn(isoDate('2010-05-05'), isoDate('2026-05-04'))).toBe(15)
  expect(ageOn(isoDate('2010-05-05'), isoDate('2026-05-05'))).toBe(16)
  expect(ageOn(isoDate('2012-02-29'), isoDate('2025-02-28'))).toBe(12)
  expect(ageOn(isoDate('2012-02-29'), isoDate('2025-03-01'))).toBe(13)
})

test.each([
  ['2020-03-31', '2025-03-31'],
  ['2020-04-01', '2025-08-31'],
  ['2020-08-31', '2025-08-31'],
  ['2020-09-01', '2025-12-31'],
  ['2020-01-15', '2025-03-31'],
  ['2020-02-29', '2025-03-31'],
])('A child born on %s is of compulsory school age from %s', (born, from) => {
  expect(compulsorySchoolAgeStart(isoDate(born))).toBe(from)
})

test.each([
  ['2009-09-01', '2026-06-26'],
  ['2010-08-31', '2026-06-26'],
  ['2010-09-01', '2027-06-25'],
  ['2006-10-10', '2023-06-30'],
  ['2008-01-01', '2024-06-28'],
])('and one born on %s until %s', (born, to) => {
  expect(compulsorySchoolAgeEnd(isoDate(born))).toBe(to)
})

test('The last Friday in June itself still counts, the Saturday does not', () => {
  const born = isoDate('2010-07-20')
  expect(isOfCompulsorySchoolAge(born, isoDate('2026-06-26'))).toBe(true)
  expect(isOfCompulsorySchoolAge(born, isoDate('2026-06-27'))).toBe(false)
})
