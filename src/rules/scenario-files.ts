import { readdirSync, readFileSync } from 'node:fs'
import { type Json, mergedFacts, type Scenario } from './scenarios.ts'

const folder = new URL('./scenarios/', import.meta.url)
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))

const fixtures = new Map<string, Json>()
function fixture(name: string): Json {
  const known = fixtures.get(name) ?? (read(`fixtures/${name}.json`) as Json)
  fixtures.set(name, known)
  return known
}

/** Every worked case in the project, by name. */
export const allScenarios = (): Scenario[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .sort()
    .map(name => read(name) as Scenario)

export const factsOf = (scenario: Scenario) => mergedFacts(scenario, fixture)
