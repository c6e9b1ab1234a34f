import { expect, test } from 'vitest'
import { asReference, kindOf, writeReference } from './reference.ts'

test.each([
  'R-1042',
  'r1042',
  'R 1042',
  ' r – 1042 ',
  'ref R-1042',
  'Reference: R-1042',
  'Ref: r-1042.',
  'R-01042',
  '#R1042',
  'R#1042',
])('%s is the referral R-1042', typed => {
  expect(asReference(typed)).toBe('R-1042')
})

test('A bare number is a reference only where one kind is looked for', () => {
  expect(asReference('1042', 'referral')).toBe('R-1042')
  expect(asReference('#1042', 'meeting')).toBe('M-1042')
  expect(asReference('1042')).toBeUndefined()
})

test.each(['', 'R-', 'Z-12', 'R-0', 'R-12x', 'Smith', 'R-1234567890', 'RR-12', 'R-1-2'])(
  '%s is not a reference, or not one for sure',
  typed => {
    expect(asReference(typed)).toBeUndefined()
  },
)

test('The letter says what it is', () => {
  expect(kindOf(writeReference('placement', 7))).toBe('placement')
})
