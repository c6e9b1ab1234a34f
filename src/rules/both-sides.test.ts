import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { evaluate } from './engine.ts'
import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'
import type { Parameter, ParameterVersions } from './parameter.ts'
import { allParameters, kindOf, rulesReading } from './parameters.ts'
import { allScenarios, factsOf } from './scenario-files.ts'
import { cite, ourDesign } from './sources.ts'

const worlds = allScenarios().map(factsOf)

/** These move a sum, a day or a name in a finding, and never whether there is one. */
const onlyValues = new Set([
  'P-DISPUTE-WHO',
  'P-INYEAR-AIM',
  'P-PRORATA-METHOD',
  'P-PRORATA-DAYS',
  'P-PRORATA-SCHOOL-DAYS',
  'P-RELEVANT-DAY',
])
/** These have no value of their own until an authority enters one. */
const entered = new Set(['P-APC', 'P-FULLTIME-HOURS'])

describe('each number has worked cases on both sides of it: one step off, some verdict changes', () => {
  test.each(
    allParameters
      .filter(({ id }) => !entered.has(id))
      .flatMap(parameter =>
        aroundIt(parameter).map(value => [parameter.id, value, parameter] as const),
      ),
  )('%s at %s', (id, value, parameter) => {
    const rules = rulesReading(parameter)
    const parameters: ParameterVersions = {
      [id]: parameter.versions.map(({ from }) => ({ from, value, source: cite(ourDesign) })),
    }
    const says = onlyValues.has(id) ? everything : verdicts
    const differs = (facts: Facts) =>
      says(evaluate(facts, { rules })) !== says(evaluate(facts, { rules, parameters }))
    expect(worlds.some(differs)).toBe(true)
  })
})

/** The value one step below and one above, or every other one that it can have. */
function aroundIt(parameter: Parameter): readonly unknown[] {
  const value = parameter.versions.at(-1)?.value
  switch (kindOf(parameter)) {
    case 'choice':
      return (parameter.choices ?? []).filter(other => other !== value)
    case 'yes-no':
      return [!value]
    case 'day':
      return [addDays(value as IsoDate, -1), addDays(value as IsoDate, 1)]
    case 'month-and-day':
      return ['05-31', '06-02']
    default:
      return [Number(value) - 1, Number(value) + 1]
  }
}

const everything = (findings: readonly Finding[]) => JSON.stringify(findings)
const verdicts = (findings: readonly Finding[]) =>
  findings
    .map(({ rule, subject, level, blocks }) => [rule, subject.id, level, ...blocks].join(' '))
    .sort()
    .join('\n')
