import { evaluate } from '#rules/engine.ts'
import type { Finding } from '#rules/finding.ts'
import { allScenarios, factsOf } from '#rules/scenario-files.ts'
import { complaints, type Scenario } from '#rules/scenarios.ts'

export interface WorkedExample {
  readonly id: string
  readonly title: string
  readonly note: string | undefined
  readonly asOf: string
  /** What the rule says of it now, worked out as the card is opened. */
  readonly findings: readonly Finding[]
  /** Does everything that the case expects still hold? */
  readonly holds: boolean
}

const shown = 4

/** The worked cases about a rule, run now: what the card shows is what the rules do, not what somebody wrote of them. */
export function workedExamples(rule: string): WorkedExample[] {
  return casesAbout(rule)
    .slice(0, shown)
    .map(scenario => {
      const facts = factsOf(scenario)
      const findings = evaluate(facts)
      return {
        id: scenario.id,
        title: scenario.title,
        note: scenario.note,
        asOf: facts.asOf,
        findings: findings.filter(finding => finding.rule === rule),
        holds: complaints(scenario.expect, findings).length === 0,
      }
    })
}

let byRule: Map<string, Scenario[]> | undefined

/** Read once, when the first card is opened: the files do not change while Onroll runs. */
function casesAbout(rule: string): readonly Scenario[] {
  if (!byRule) {
    byRule = new Map()
    for (const scenario of allScenarios())
      for (const each of rulesOf(scenario))
        byRule.set(each, [...(byRule.get(each) ?? []), scenario])
  }
  return byRule.get(rule) ?? []
}

function rulesOf({ expect }: Scenario): Set<string> {
  const named = (expect.findings ?? []).flatMap(each =>
    typeof each['rule'] === 'string' ? [each['rule']] : [],
  )
  return new Set(named)
}
