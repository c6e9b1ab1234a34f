import { expect, test } from 'vitest'
import { evaluate } from '../engine.ts'
import type { Facts } from '../facts.ts'
import { factsRead } from '../facts-read.ts'
import { areas } from '../registry.ts'
import { allScenarios, factsOf } from '../scenario-files.ts'

const cases = allScenarios()

test.each(areas.map(area => [area.code, area] as const))(
  'a fact that no rule of %s reads never changes its findings',
  (code, { rules }) => {
    // The cases of the area itself, and some of every other.
    const chosen = cases.filter(
      ({ source }, index) => index % 12 === 0 || source.some(id => id.startsWith(`${code}-`)),
    )
    for (const scenario of chosen) {
      const facts = factsOf(scenario)
      const read = factsRead(facts, rules)
      const before = evaluate(facts, { rules })
      expect(evaluate(changed(facts, read) as Facts, { rules }), scenario.id).toEqual(before)
      expect(evaluate(without(facts, read) as Facts, { rules }), scenario.id).toEqual(before)
    }
  },
)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every fact that was not read says something else. */
function changed(value: unknown, read: ReadonlySet<string>, path = ''): unknown {
  if (Array.isArray(value)) return value.map(item => changed(item, read, path))
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        const at = path ? `${path}.${key}` : key
        return [key, read.has(at) ? changed(inner, read, at) : other(inner)]
      }),
    )
  return value
}

/** Every fact that was not read is not known. */
function without(value: unknown, read: ReadonlySet<string>, path = ''): unknown {
  if (Array.isArray(value)) return value.map(item => without(item, read, path))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const at = path ? `${path}.${key}` : key
      return read.has(at) ? [[key, without(inner, read, at)]] : []
    }),
  )
}

function other(value: unknown): unknown {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  if (typeof value === 'string') return /^\d{4}-/.test(value) ? '2001-02-03' : `other ${value}`
  return Array.isArray(value) ? [] : {}
}
