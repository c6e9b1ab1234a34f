import { describe, expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import { allContradictions, choiceApplied } from './contradictions.ts'
import { evaluate } from './engine.ts'
import { everythingAtOnce } from './everything-at-once.ts'
import { lawWith, type ParameterVersions } from './parameter.ts'
import { parameterCalled, rulesReading, whyNotA } from './parameters.ts'
import { allScenarios, factsOf } from './scenario-files.ts'
import { cite, ourDesign } from './sources.ts'

const day = isoDate('2026-11-21')
const under = (sets: readonly { parameter: string; value: unknown }[]): ParameterVersions =>
  Object.fromEntries(
    sets.map(({ parameter, value }) => [
      parameter,
      [...(parameterCalled(parameter)?.versions ?? [])].map(({ from }) => ({
        from,
        value,
        source: cite(ourDesign),
      })),
    ]),
  )

test('Each disagreement offers readings that can be worked out, or says why there are none', () => {
  for (const { choices, settled } of allContradictions)
    expect((choices === undefined) !== (settled === undefined)).toBe(true)
  expect(allContradictions.filter(({ choices }) => choices)).toHaveLength(10)
})

const readings = allContradictions.flatMap(contradiction =>
  (contradiction.choices ?? []).map(
    (choice, at) => [contradiction.id, choice.key, contradiction, choice, at] as const,
  ),
)

describe.each(readings)('%s %s', (_id, _key, contradiction, choice, at) => {
  test('sets numbers that its rules read, to values that they can have', () => {
    for (const { parameter, value } of choice.sets) {
      const known = parameterCalled(parameter)
      if (!known) throw new RangeError(`There is no parameter ${parameter}`)
      expect(whyNotA(known, value)).toBeUndefined()
      const rules = rulesReading(known).map(({ id }) => id)
      expect(rules.some(rule => contradiction.rules.includes(rule))).toBe(true)
    }
  })

  test('is told from the others by its numbers; the first is what ships', () => {
    const shipped = lawWith()
    const law = lawWith(under(choice.sets))
    const value = (of: typeof law) => (id: string) => {
      const parameter = parameterCalled(id)
      return parameter && of.value(parameter, day)
    }
    expect(choiceApplied(contradiction, value(law))).toBe(choice)
    expect(choiceApplied(contradiction, value(shipped)) === choice).toBe(at === 0)
  })

  test(at === 0 ? 'changes nothing' : 'changes what the rules say of some worked case', () => {
    const rules = new Set(
      choice.sets.flatMap(({ parameter }) => {
        const known = parameterCalled(parameter)
        return known ? rulesReading(known) : []
      }),
    )
    const options = { rules: [...rules] }
    const worlds = [everythingAtOnce(), ...allScenarios().map(factsOf)]
    const differs = worlds.some(
      facts =>
        JSON.stringify(evaluate(facts, options)) !==
        JSON.stringify(evaluate(facts, { ...options, parameters: under(choice.sets) })),
    )
    expect(differs).toBe(at > 0)
  })
})
