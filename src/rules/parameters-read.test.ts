import { expect, test } from 'vitest'
import { explain } from './engine.ts'
import { everythingAtOnce } from './everything-at-once.ts'
import { ruleCalled } from './registry.ts'
import { allScenarios, factsOf } from './scenario-files.ts'

test('every parameter that a finding rests on is among those that its rule declares', () => {
  const undeclared = new Set<string>()
  for (const facts of [...allScenarios().map(factsOf), everythingAtOnce()])
    for (const { rule, using } of explain(facts)) {
      const declared = new Set(ruleCalled(rule)?.parameters.map(({ id }) => id))
      for (const { parameter } of using)
        if (!declared.has(parameter)) undeclared.add(`${rule} reads ${parameter}`)
    }
  expect([...undeclared]).toEqual([])
})
