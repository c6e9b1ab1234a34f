import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('The order of keys makes no difference, at any depth; the order of a list does', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
})

test('What was stored as jsonb and read again has the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const read = JSON.parse(JSON.stringify(value))
      expect(canonicalJson(read)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(read)
    }),
  )
})
