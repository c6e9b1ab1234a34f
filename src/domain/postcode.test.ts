import { expect, test } from 'vitest'
import { asPostcode, isOutwardCode, outwardCode, whyNotPostcode } from './postcode.ts'

test.each([
  ['zz11aa', 'ZZ1 1AA'],
  [' Zz1  1Aa ', 'ZZ1 1AA'],
  ['M1 1AE', 'M1 1AE'],
  ['B338TH', 'B33 8TH'],
  ['cr2 6xh', 'CR2 6XH'],
  ['DN551PT', 'DN55 1PT'],
  ['W1A 0AX', 'W1A 0AX'],
  ['EC1A1BB', 'EC1A 1BB'],
  ['CA8 7JG', 'CA8 7JG'],
])('%s is written %s', (typed, written) => {
  expect(asPostcode(typed)).toBe(written)
})

test.each([
  ['', 'Enter a postcode'],
  ['ZZ1', 'only the first half'],
  ['ZZ1 1AC', 'full UK postcode'],
  ['1ZZ 1AA', 'full UK postcode'],
  ['ZZ1 1A', 'full UK postcode'],
  ['ABC1 1AA', 'full UK postcode'],
  ['ZZ99 3VZ', 'no fixed address'],
])('%s is refused: %s', (typed, why) => {
  expect(asPostcode(typed)).toBeUndefined()
  expect(whyNotPostcode(typed)).toContain(why)
})

test('The outward code is the half before the space', () => {
  const code = asPostcode('EC1A1BB')
  expect(code && outwardCode(code)).toBe('EC1A')
  expect(isOutwardCode('ec1a')).toBe(true)
  expect(isOutwardCode('EC1A 1BB')).toBe(false)
})
