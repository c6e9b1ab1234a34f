import { describe, expect, test } from 'vitest'
import { daysBetween, londonDay } from '#domain/dates.ts'
import { allContradictions } from './contradictions.ts'
import { explain } from './engine.ts'
import type { Parameter } from './parameter.ts'
import { allRules, areas, ruleCalled } from './registry.ts'
import { allScenarios, factsOf } from './scenario-files.ts'

describe('the rulebook', () => {
  test('has 158 rules in 19 areas, each under its own number', () => {
    expect(areas).toHaveLength(19)
    expect(allRules).toHaveLength(158)
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(158)
    for (const { code, rules } of areas)
      expect(rules.map(({ id }) => id)).toEqual(
        rules.map((_rule, index) => `${code}-${String(index + 1).padStart(2, '0')}`),
      )
  })

  test.each(allRules.map(rule => [rule.id, rule] as const))(
    '%s says what it rests on',
    (_id, rule) => {
      for (const text of [rule.title, rule.statement, rule.binds, rule.test])
        expect(text).toMatch(/\S/)
      expect(rule.sources.length).toBeGreaterThan(0)
      const isSilent = rule.checks.length === 0
      expect(rule.carriedBy !== undefined).toBe(isSilent)
      expect(rule.levels.length === 0).toBe(isSilent)
    },
  )

  test('was compared with its sources within the last year', () => {
    const today = londonDay(new Date())
    for (const { id, checkedOn } of allRules)
      expect(daysBetween(checkedOn, today), id).toBeLessThanOrEqual(366)
  })

  test('carries every contradiction between the sources', () => {
    expect(allContradictions.map(({ id }) => id)).toEqual(
      Array.from({ length: 23 }, (_, n) => `C-${String(n + 1).padStart(2, '0')}`),
    )
    for (const { rules } of allContradictions)
      for (const rule of rules) expect(ruleCalled(rule)).toBeDefined()
  })
})

describe('parameters', () => {
  const parameters = [...new Set(allRules.flatMap(rule => rule.parameters))]

  test('have an id each, and dated values in order', () => {
    expect(new Set(parameters.map(({ id }) => id)).size).toBe(parameters.length)
    for (const { id, versions } of parameters) {
      const days = versions.map(({ from }) => from)
      expect([...days].sort(), id).toEqual(days)
    }
  })

  test('are declared by every rule that reads them', () => {
    const undeclared = new Set<string>()
    const has = (declared: readonly Parameter[], id: string) => declared.some(p => p.id === id)
    for (const scenario of allScenarios())
      for (const { rule, using } of explain(factsOf(scenario)))
        for (const { parameter } of using)
          if (!has(ruleCalled(rule)?.parameters ?? [], parameter))
            undeclared.add(`${rule} ${parameter}`)
    expect([...undeclared]).toEqual([])
  })
})
