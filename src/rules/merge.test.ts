import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { complaints, type Json, mergedFacts } from './scenarios.ts'

const merged = (...layers: Json[]) => {
  const names = layers.slice(0, -1).map((_layer, index) => String(index))
  return mergedFacts(
    { id: 'x', title: 'x', source: [], extends: names, facts: layers.at(-1) ?? {}, expect: {} },
    name => layers[Number(name)] ?? {},
  )
}

test('objects merge key by key, and null takes away', () => {
  expect(merged({ a: { b: 1, c: 2 } }, { a: { c: null, d: { e: null, f: 3 } } })).toEqual({
    a: { b: 1, d: { f: 3 } },
  })
})

test('records merge by id in place, others are appended, and $delete takes away', () => {
  const before = [{ id: 'x', n: 1 }, { id: 'y' }]
  expect(
    merged(
      { list: before },
      {
        list: [
          { id: 'z', n: null },
          { id: 'x', m: 2 },
          { id: 'y', $delete: true },
        ],
      },
    ),
  ).toEqual({ list: [{ id: 'x', n: 1, m: 2 }, { id: 'z' }] })
})

test('everything else replaces, an empty list too', () => {
  expect(merged({ list: [{ id: 'x' }], days: ['a'] }, { list: [], days: ['b'] })).toEqual({
    list: [],
    days: ['b'],
  })
  expect(merged({ rolls: [{ school: 'a' }] }, { rolls: [{ school: 'b', to: null }] })).toEqual({
    rolls: [{ school: 'b' }],
  })
})

test('no finding serves two expectations, and an empty list of blocks must be empty', () => {
  const finding: Finding = {
    rule: 'FA-07',
    subject: { type: 'fair-access-case', id: 'fa1' },
    level: 'info',
    blocks: ['close-case'],
    basis: 'local-agreement',
    message: 'x',
  }
  const wanted = { rule: 'FA-07' }
  expect(complaints({ findings: [wanted] }, [finding])).toEqual([])
  expect(complaints({ findings: [wanted, wanted] }, [finding])).toHaveLength(1)
  expect(complaints({ findings: [{ ...wanted, blocks: [] }] }, [finding])).toHaveLength(1)
  expect(complaints({ absent: [{ level: 'info' }] }, [finding])).toHaveLength(1)
  expect(complaints({ exactRules: ['FA-07'] }, [finding])).toEqual([])
  expect(complaints({ exactRules: [] }, [finding])).toHaveLength(1)
})
