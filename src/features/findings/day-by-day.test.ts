import { expect, test } from 'vitest'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { evaluate } from '#rules/engine.ts'
import type { Finding } from '#rules/finding.ts'
import { allScenarios, factsOf } from '#rules/scenario-files.ts'
import { fingerprintOf } from './keep-findings.ts'

const days = 4
const keyOf = ({ rule, subject, level, due, values }: Finding) =>
  JSON.stringify([rule, subject, level, due, Object.keys(values ?? {}).sort()])

test('No finding of a worked case is another one each day, while nothing but the day changes', () => {
  const daily = new Map<string, Set<string>>()
  for (const scenario of allScenarios()) {
    const facts = factsOf(scenario)
    const first = facts.asOf.slice(0, 10) as IsoDate
    const prints = new Map<string, Finding[]>()
    for (let day = 0; day < days; day += 1)
      for (const finding of evaluate({ ...facts, asOf: addDays(first, day) })) {
        const key = keyOf(finding)
        prints.set(key, [...(prints.get(key) ?? []), finding])
      }
    for (const found of prints.values())
      if (
        found.length === days &&
        new Set(found.map(finding => fingerprintOf({ childId: undefined, finding }))).size === days
      ) {
        const [one] = found
        if (one)
          daily.set(
            one.rule,
            (daily.get(one.rule) ?? new Set()).add(`${one.message} ${JSON.stringify(one.values)}`),
          )
      }
  }
  expect(Object.fromEntries([...daily].map(([rule, said]) => [rule, [...said]]))).toEqual({})
})
