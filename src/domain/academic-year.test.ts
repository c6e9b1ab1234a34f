import { expect, test } from 'vitest'
import {
  academicYearOf,
  asYearLabel,
  financialYearOf,
  firstDayOf,
  lastDayOf,
  schoolYearOf,
  yearLabel,
  yearStarts,
} from './academic-year.ts'
import { isoDate } from './dates.ts'

test('The filing year turns on 1 August, the school year on 1 September, the financial year on 1 April', () => {
  expect(['2026-07-31', '2026-08-01'].map(isoDate).map(academicYearOf)).toEqual([
    '2025-26',
    '2026-27',
  ])
  expect(['2026-08-31', '2026-09-01'].map(day => schoolYearOf(isoDate(day)))).toEqual([
    '2025-26',
    '2026-27',
  ])
  expect(['2026-03-31', '2026-04-01'].map(isoDate).map(financialYearOf)).toEqual([
    '2025-26',
    '2026-27',
  ])
})

test('Schools that open in August can have a school year that does', () => {
  expect(schoolYearOf(isoDate('2026-08-24'), '08-24')).toBe('2026-27')
  expect(schoolYearOf(isoDate('2026-08-23'), '08-24')).toBe('2025-26')
})

test('A year has a first and a last day', () => {
  const year = yearLabel(2026)
  expect(firstDayOf(year, yearStarts.academic)).toBe('2026-08-01')
  expect(lastDayOf(year, yearStarts.academic)).toBe('2027-07-31')
  expect(lastDayOf(yearLabel(2027), '03-01')).toBe('2028-02-29')
  expect(yearLabel(2099)).toBe('2099-00')
})

test.each(['2026-27', '2026/27', ' 2026–2027 ', '26/27'])('%s is a year', typed => {
  expect(asYearLabel(typed)).toBe('2026-27')
})

test.each(['2026', '2026-28', '2026-2037', '2026-26', 'x'])('%s is not', typed => {
  expect(asYearLabel(typed)).toBeUndefined()
})
