import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'

/** A worked case: facts in, findings expected. */
export type Scenario = {
  readonly id: string
  readonly title: string
  readonly source: readonly string[]
  readonly note?: string
  readonly extends?: readonly string[]
  readonly facts: Json
  readonly expect: {
    readonly findings?: readonly Expected[]
    readonly absent?: readonly Expected[]
    readonly exactRules?: readonly string[]
  }
}

export type Json = { readonly [key: string]: unknown }
/** Part of a finding: it matches when every key it has agrees. */
export type Expected = Json

/** The facts of a scenario: its fixtures left to right, then its own. */
export function mergedFacts(scenario: Scenario, fixture: (name: string) => Json): Facts {
  const layers = [...(scenario.extends ?? []).map(fixture), scenario.facts]
  // The merged facts of a worked case fit the schema; a test holds every one of them to it.
  return layers.reduce<unknown>((merged, layer) => merge(merged, layer), {}) as Facts
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isRecord = (value: unknown): value is Json & { id: string } =>
  isObject(value) && typeof value['id'] === 'string'

const isRecords = (value: unknown): value is readonly (Json & { id: string })[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord)

function merge(a: unknown, b: unknown): unknown {
  if (isObject(a) && isObject(b)) return mergeObjects(a, b)
  if (isRecords(a) && isRecords(b)) return mergeRecords(a, b)
  return clean(b)
}

/** Taken over as it is, without its own nulls and deletions. */
function clean(value: unknown): unknown {
  if (Array.isArray(value))
    return value.filter(item => !isObject(item) || item['$delete'] !== true).map(clean)
  return isObject(value) ? mergeObjects({}, value) : value
}

function mergeObjects(a: Json, b: Json): Json {
  const result: Record<string, unknown> = { ...a }
  for (const [key, value] of Object.entries(b)) {
    if (value === null) delete result[key]
    else result[key] = key in a ? merge(a[key], value) : clean(value)
  }
  return result
}

function mergeRecords(
  a: readonly (Json & { id: string })[],
  b: readonly Json[],
): readonly unknown[] {
  const merged: unknown[] = [...a]
  const position = new Map(a.map(({ id }, index) => [id, index]))
  for (const element of b) {
    const index = position.get(String(element['id']))
    if (element['$delete'] === true) {
      if (index !== undefined) merged[index] = undefined
    } else if (index === undefined) merged.push(clean(element))
    else merged[index] = merge(merged[index], element)
  }
  return merged.filter(element => element !== undefined)
}

/** What is wrong with the findings of a scenario, in words; empty when it passes. */
export function complaints(expect: Scenario['expect'], findings: readonly Finding[]): string[] {
  const wrong: string[] = []
  const free = new Set(findings)
  const sized = [...(expect.findings ?? [])].sort((a, b) => leaves(b) - leaves(a))
  for (const entry of sized) {
    const match = [...free].find(finding => matches(entry, finding))
    if (match) free.delete(match)
    else wrong.push(`missing: ${JSON.stringify(entry)}`)
  }
  for (const entry of expect.absent ?? []) {
    const match = findings.find(finding => matches(entry, finding))
    if (match)
      wrong.push(`must be absent: ${JSON.stringify(entry)}; found ${JSON.stringify(match)}`)
  }
  if (expect.exactRules) {
    const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
    const wanted = [...new Set(expect.exactRules)].sort()
    if (rules.join() !== wanted.join())
      wrong.push(`rules: ${rules.join()}; wanted ${wanted.join()}`)
  }
  return wrong
}

const leaves = (entry: unknown): number =>
  isObject(entry) ? Object.values(entry).reduce<number>((sum, value) => sum + leaves(value), 0) : 1

/** Whether a finding is what an entry of a worked case describes. */
export function matches(entry: Expected, finding: Finding): boolean {
  return Object.entries(entry).every(([key, wanted]) => {
    const found = (finding as unknown as Json)[key]
    if (key === 'blocks' && Array.isArray(wanted))
      return wanted.length
        ? wanted.every(action => finding.blocks.includes(action))
        : finding.blocks.length === 0
    if (isObject(wanted))
      return isObject(found) && Object.entries(wanted).every(([k, value]) => found[k] === value)
    return found === wanted
  })
}
