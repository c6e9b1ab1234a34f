import { expect, test } from 'vitest'
import { asDfeNumber, asUkprn, asUrn, whyNotUrn, writeDfeNumber } from './urn.ts'

test('A URN is six numbers that do not begin with nought', () => {
  expect(asUrn(' 900 001 ')).toBe('900001')
  expect(['012345', '12345', '1234567', 'ABCDEF', ''].map(asUrn)).toEqual(Array(5).fill(undefined))
  expect(whyNotUrn('12345')).toBe('A URN is 6 numbers, like 123456')
  expect(whyNotUrn('900001')).toBeUndefined()
})

test('A UKPRN is eight numbers from 1', () => {
  expect(asUkprn('10000001')).toBe('10000001')
  expect(asUkprn('20000001')).toBeUndefined()
})

test('A DfE number is read as people write it', () => {
  const school = { authority: '855', establishment: '4001' }
  expect(['855/4001', '8554001', '855 4001', '855-4001'].map(asDfeNumber)).toEqual(
    Array(4).fill(school),
  )
  expect(asDfeNumber('855/401')).toBeUndefined()
  expect(writeDfeNumber(school)).toBe('855/4001')
})
