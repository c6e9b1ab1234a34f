import { expect, test } from 'vitest'
import { checkFacts } from './check-facts.ts'
import { evaluate } from './engine.ts'
import { allScenarios, factsOf } from './scenario-files.ts'
import { complaints } from './scenarios.ts'

// AREA=FA,LAC runs the cases whose sources lie in those areas.
const wanted = process.env['AREA'] ? process.env['AREA'].split(',') : undefined
const chosen = allScenarios().filter(
  ({ source }) => !wanted || source.some(rule => wanted.includes(rule.split('-')[0] ?? '')),
)

test.each(chosen.map(scenario => [scenario.id, scenario.title, scenario] as const))(
  '%s %s',
  (_id, _title, scenario) => {
    const facts = factsOf(scenario)
    expect(checkFacts(facts)).toBeUndefined()
    expect(complaints(scenario.expect, evaluate(facts))).toEqual([])
  },
)
