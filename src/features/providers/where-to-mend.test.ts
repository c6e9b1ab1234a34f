import { expect, test } from 'vitest'
import { whereToMend } from './where-to-mend.ts'

const everything = { people: true, registration: true }

test('A finding leads to the document that it misses', () => {
  expect(whereToMend({ rule: 'EVD-05', values: {} }, everything)?.path).toBe('/evidence/DOC-02')
  expect(whereToMend({ rule: 'EVD-12', values: { item: 'DOC-12' } }, everything)?.path).toBe(
    '/evidence/DOC-12',
  )
  expect(
    whereToMend({ rule: 'EVD-12', values: { item: 'professional-indemnity' } }, everything)?.path,
  ).toBe('/evidence/DOC-26')
})

test('Or to the page where people mend it, if they may open that', () => {
  expect(whereToMend({ rule: 'SAF-04', values: {} }, everything)?.path).toBe('/people')
  expect(
    whereToMend({ rule: 'SAF-04', values: {} }, { people: false, registration: true }),
  ).toBeUndefined()
  expect(whereToMend({ rule: 'REG-01', values: {} }, everything)).toBeUndefined()
})
