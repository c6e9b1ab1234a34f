import { expect, test } from 'vitest'
import { isoDate } from './dates.ts'
import {
  dayInWords,
  londonMoment,
  momentInWords,
  shortDayInWords,
  weekdayInWords,
} from './london-time.ts'

test.each([
  ['in winter', '2026-11-10', '13:30', '2026-11-10T13:30:00.000Z'],
  ['in summer', '2026-06-10', '13:30', '2026-06-10T12:30:00.000Z'],
  ['the day after clocks go back', '2026-10-26', '09:00', '2026-10-26T09:00:00.000Z'],
  ['the day before', '2026-10-24', '09:00', '2026-10-24T08:00:00.000Z'],
  ['the day clocks go forward', '2027-03-28', '09:00', '2027-03-28T08:00:00.000Z'],
])('A London time %s is one moment', (_, day, time, moment) => {
  expect(londonMoment(isoDate(day), time).toISOString()).toBe(moment)
})

test('Days and moments are said in words', () => {
  expect(dayInWords(isoDate('2026-11-17'))).toBe('17 November 2026')
  expect(shortDayInWords(isoDate('2026-11-17'))).toBe('17 Nov 2026')
  expect(weekdayInWords(isoDate('2026-11-17'))).toBe('Tuesday 17 November 2026')
  expect(momentInWords(new Date('2026-06-10T12:30:00Z'))).toBe('10 June 2026 at 13:30')
})
