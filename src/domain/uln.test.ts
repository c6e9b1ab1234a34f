import { expect, test } from 'vitest'
import { asUln, whyNotUln } from './uln.ts'

test.each(['9999375358', '7621706219', '1000000043', '1000000000'])('%s is a ULN', number => {
  expect(asUln(number)).toBe(number)
})

test.each([
  ['1234567890', 'does not fit'],
  ['1000000060', 'does not fit'],
  ['9999999999', 'stand for no ULN'],
  ['100000004', '10 numbers'],
  ['10000000O0', '10 numbers'],
  ['', 'Enter a ULN'],
])('%s is not: %s', (number, why) => {
  expect(asUln(number)).toBeUndefined()
  expect(whyNotUln(number)).toContain(why)
})

test('Spaces do not matter', () => {
  expect(asUln('100 000 0043')).toBe('1000000043')
})
