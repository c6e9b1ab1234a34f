import { expect, test } from 'vitest'
import { asDay } from './typed-day.ts'

test.each([
  '31/12/2026',
  '31-12-2026',
  '31.12.26',
  '31 12 2026',
  '31 Dec 2026',
  '31-Dec-26',
  '31st December 2026',
  'Thursday 31st of December, 2026',
  'Thu, 31 Dec 2026',
  '2026-12-31',
  '2026/12/31',
  '2026-Dec-31 00:00:00',
  '20261231',
  '2026-12-31T09:30:00.000Z',
  '31/12/2026 9:30 pm',
  ' 31/12/2026 ',
])('%s is the last day of 2026', typed => {
  expect(asDay(typed)).toBe('2026-12-31')
})

test('A day without a nought is a day, and Sept. is September', () => {
  expect(asDay('1/9/2026')).toBe('2026-09-01')
  expect(asDay('1 Sept 2026')).toBe('2026-09-01')
  expect(asDay('1 Sept. 2026')).toBe('2026-09-01')
})

test.each([
  '31/02/2026',
  '12/31/2026',
  '31/12',
  '2026',
  'soon',
  '',
  '45000',
  '31 Foo 2026',
  '31 ju 2026',
  '0/1/2026',
  '1/13/2026',
  '29/02/2027',
])('%s is not a day', typed => {
  expect(asDay(typed)).toBeUndefined()
})
