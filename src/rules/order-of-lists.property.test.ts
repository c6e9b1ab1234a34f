import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from './engine.ts'
import { everythingAtOnce } from './everything-at-once.ts'
import type { Facts, Id } from './facts.ts'
import type { Finding } from './finding.ts'

const whole = everythingAtOnce()
// Where the format gives the order a meaning: the last plan counts, the last share takes the rest.
const ordered = new Set(['substantialPlans', 'shares'])

/** The same world with every list shuffled by the seed, but those whose order means something. */
function shuffled(value: unknown, random: () => number, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map(item => shuffled(item, random))
    if (ordered.has(key)) return items
    return items
      .map(item => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, shuffled(inner, random, name)]),
  )
}

const asText = (findings: readonly Finding[]) =>
  findings.map(finding => JSON.stringify(finding)).sort()

test('findings do not depend on the order of lists, and are the same every time', () => {
  const before = asText(evaluate(whole))
  expect(asText(evaluate(whole))).toEqual(before)
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), numbers => {
      const random = () => numbers.next().value ?? 0
      expect(asText(evaluate(shuffled(whole, random) as Facts))).toEqual(before)
    }),
    { numRuns: 60 },
  )
})

test('evaluation changes nothing that it was given', () => {
  const frozen = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
    return Object.freeze(value)
  }
  const given = frozen(structuredClone(whole)) as Facts
  expect(asText(evaluate(given))).toEqual(asText(evaluate(whole)))
})

test('another child elsewhere changes nothing about this one', () => {
  const other: Facts = {
    ...whole,
    pupils: [...(whole.pupils ?? []), { id: 'elsewhere' as Id, rolls: [] }],
  }
  const aboutKnown = (findings: readonly Finding[]) =>
    asText(findings.filter(({ subject }) => subject.id !== 'elsewhere'))
  expect(aboutKnown(evaluate(other))).toEqual(asText(evaluate(whole)))
})
