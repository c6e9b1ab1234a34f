import { expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import { dueReminders } from './reminders.ts'

const expires = isoDate('2026-12-31')
const due = (today: string, sent: readonly number[] = []) =>
  dueReminders(expires, isoDate(today), new Set(sent))

test('People are told 60, 30 and 7 days before the last day, and on the day after it', () => {
  expect(due('2026-10-31')).toEqual([])
  expect(due('2026-11-01')).toEqual([60])
  expect(due('2026-12-01', [60])).toEqual([30])
  expect(due('2026-12-24', [60, 30])).toEqual([7])
  expect(due('2026-12-31', [60, 30, 7])).toEqual([])
  expect(due('2027-01-01', [60, 30, 7])).toEqual([0])
})

test('What was sent is not sent again', () => {
  expect(due('2026-11-02', [60])).toEqual([])
  expect(due('2027-03-01', [60, 30, 7, 0])).toEqual([])
})

test('A document that comes with five days left is reminded of once', () => {
  expect(due('2026-12-26')).toEqual([60, 30, 7])
  expect(due('2026-12-27', [60, 30, 7])).toEqual([])
})
