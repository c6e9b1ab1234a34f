import { expect, test } from 'vitest'
import { asClockTime, lengthInWords, minuteOf } from './clock-time.ts'

test.each([
  ['9:30', '09:30'],
  ['09.30', '09:30'],
  ['0930', '09:30'],
  ['9', '09:00'],
  ['9am', '09:00'],
  ['12am', '00:00'],
  ['12 pm', '12:00'],
  ['1.15 PM', '13:15'],
  ['15:05', '15:05'],
])('“%s” is %s', (typed, time) => {
  expect(asClockTime(typed)).toBe(time)
})

test.each(['', 'nine', '24:00', '9:60', '13pm', '0am', '9:5', '-9:00'])(
  '“%s” is no time',
  typed => {
    expect(asClockTime(typed)).toBeUndefined()
  },
)

test('Minutes of the day, and a length in words', () => {
  expect(minuteOf('13:15')).toBe(795)
  expect([0, 1, 60, 330].map(lengthInWords)).toEqual([
    'no time',
    '1 minute',
    '1 hour',
    '5 hours 30 minutes',
  ])
})
