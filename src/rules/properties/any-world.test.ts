import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIsoDate } from '#domain/dates.ts'
import { checkFacts } from '../check-facts.ts'
import { evaluate } from '../engine.ts'
import type { Facts } from '../facts.ts'
import type { Finding } from '../finding.ts'
import { ruleCalled } from '../registry.ts'
import { randomFacts } from './random-facts.ts'

// The same worlds on every run: a suite that fails by chance teaches nobody.
const runs = { numRuns: 250, seed: 20_261_121 }

test('every world that fits the schema is judged without a throw, in the finding format', () => {
  fc.assert(
    fc.property(randomFacts, facts => {
      expect(checkFacts(facts)).toBeUndefined()
      for (const finding of evaluate(facts)) expectWellFormed(finding)
    }),
    runs,
  )
})

test('the same world has the same findings, however its keys are ordered', () => {
  fc.assert(
    fc.property(randomFacts, facts => {
      const turned = keysTurned(facts)
      expect(evaluate(turned as Facts)).toEqual(evaluate(facts))
    }),
    runs,
  )
})

test('the order of lists means nothing, where the schema does not say that it does', () => {
  fc.assert(
    fc.property(randomFacts, facts => {
      expect(sorted(evaluate(listsTurned(facts) as Facts))).toEqual(sorted(evaluate(facts)))
    }),
    runs,
  )
})

function expectWellFormed(finding: Finding) {
  const rule = ruleCalled(finding.rule)
  if (!rule) throw new Error(`${finding.rule} is not in the registry`)
  expect(rule.levels).toContain(finding.level)
  expect(rule.basis).toContain(finding.basis)
  expect(rule.checks.map(({ subject }) => subject)).toContain(finding.subject.type)
  for (const action of finding.blocks) expect(rule.blocks).toContain(action)
  expect(finding.message).toMatch(/\S/)
  expect(finding.message).not.toMatch(/undefined|NaN|\[object/)
  if ('due' in finding) expect(isIsoDate(finding.due ?? '')).toBe(true)
  if ('overdueDays' in finding) expect(finding.overdueDays).toBeGreaterThan(0)
  for (const amount of Object.values(finding.amounts ?? {}))
    expect(Number.isSafeInteger(amount)).toBe(true)
  for (const value of Object.values(finding.values ?? {}))
    expect(['string', 'number', 'boolean']).toContain(typeof value)
}

const sorted = (findings: readonly Finding[]) => findings.map(f => JSON.stringify(f)).sort()

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function keysTurned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysTurned)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, keysTurned(inner)]),
  )
}

// Of several substantial plans the last listed counts, and of cost shares the last takes the rest.
const ordered = new Set(['substantialPlans', 'shares'])

function listsTurned(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const inner = value.map(item => listsTurned(item))
    return ordered.has(key) ? inner : inner.reverse()
  }
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, listsTurned(inner, name)]),
  )
}
