import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mostPence, penceIn, poundsTyped } from './pounds.ts'

test('Pounds are read as people type them', () => {
  expect(
    ['6000', '6,000', '£6,000.50', '45.5', ' £ 5 000 000 ', '0', '1.15', '0.07'].map(penceIn),
  ).toEqual([600_000, 600_000, 600_050, 4550, 500_000_000, 0, 115, 7])
})

test('What is no amount, or more than any, is none', () => {
  expect(
    ['', 'a lot', '-5', '6.', '.5', '1.234', '5e3', '10000000000', '1000000000.01'].map(penceIn),
  ).toEqual(Array.from({ length: 9 }, () => undefined))
  expect(penceIn('1,000,000,000')).toBe(mostPence)
})

test('What is shown in a field again is read as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: mostPence }), pence => {
      expect(penceIn(poundsTyped(pence))).toBe(pence)
    }),
  )
  expect([poundsTyped(null), poundsTyped(4550), poundsTyped(600_000)]).toEqual([
    '',
    '45.50',
    '6000',
  ])
})
