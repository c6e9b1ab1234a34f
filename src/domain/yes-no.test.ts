import { expect, test } from 'vitest'
import { asYesNo } from './yes-no.ts'

test('Yes and no are read as people write them, and an empty cell is neither', () => {
  expect(['Y', 'yes', ' TRUE ', '1', 'x', '✓'].map(asYesNo)).toEqual(Array(6).fill(true))
  expect(['N', 'No', 'false', '0'].map(asYesNo)).toEqual(Array(4).fill(false))
  expect(['', 'maybe', 'constructor', 'not known'].map(asYesNo)).toEqual(Array(4).fill(undefined))
})
