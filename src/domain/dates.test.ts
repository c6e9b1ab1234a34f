import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayNumbered,
  dayOfMonth,
  daysBetween,
  isIsoDate,
  isoDate,
  londonDay,
  numberOf,
  weekdayOf,
} from './dates.ts'

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9990-12-31'), noInvalidDate: true })
  .map(date => isoDate(date.toISOString().slice(0, 10)))

describe('days', () => {
  test('count as the calendar of JavaScript counts', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -3000, max: 3000 }), (from, days) => {
        const wanted = new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000)
        const text = wanted.toISOString()
        if (text.length !== 24) return
        expect(addDays(from, days)).toBe(text.slice(0, 10))
        expect(weekdayOf(addDays(from, days))).toBe(wanted.getUTCDay())
        expect(daysBetween(from, addDays(from, days))).toBe(days)
      }),
    )
  })

  test('have a number each way', () => {
    fc.assert(fc.property(day, from => dayNumbered(numberOf(from)) === from))
    expect(numberOf(isoDate('1970-01-01'))).toBe(0)
  })

  test('stop at the ends of four-digit years', () => {
    expect(addDays(isoDate('9999-12-31'), 7)).toBe('9999-12-31')
    expect(addDays(isoDate('0000-01-01'), -7)).toBe('0000-01-01')
    expect(addMonths(isoDate('9999-12-31'), 12)).toBe('9999-12-31')
  })

  test('that are none are told from days', () => {
    expect(isIsoDate('2024-02-29')).toBe(true)
    for (const none of ['2026-02-29', '2026-13-01', '2026-04-31', '26-01-01', '2026-1-1'])
      expect(isIsoDate(none)).toBe(false)
  })
})

describe('months', () => {
  test.each([
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2026-03-31', -13, '2025-02-28'],
    ['0050-05-15', 1, '0050-06-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(isoDate(from), months)).toBe(to)
  })

  test('have a last day', () => {
    expect(dayOfMonth(2026, 2, 31)).toBe('2026-02-28')
    expect(dayOfMonth(2028, 2, 30)).toBe('2028-02-29')
    expect(dayOfMonth(2026, 12, 31)).toBe('2026-12-31')
  })
})

test('a moment falls on the day it is in London', () => {
  expect(londonDay(new Date('2026-10-24T23:30:00Z'))).toBe('2026-10-25')
  expect(londonDay(new Date('2026-10-25T23:30:00Z'))).toBe('2026-10-25')
  expect(londonDay(new Date('0005-06-01T12:00:00Z'))).toBe('0005-06-01')
})
