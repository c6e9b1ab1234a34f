import type { Facts } from './facts.ts'
import type { Draft, Finding } from './finding.ts'
import { lawWith, type NotingLaw, type ParameterVersions, type Reading } from './parameter.ts'
import { allRules } from './registry.ts'
import type { Check, Found, Rule } from './rule.ts'
import { type SubjectType, subjectsOf, subjectTypes } from './subjects.ts'
import { type World, worldOf } from './world.ts'

export type EvaluateOptions = {
  /** Versions of parameters that this authority has added. */
  readonly parameters?: ParameterVersions
  /** The rules to ask; all of them unless given. */
  readonly rules?: readonly Rule[]
}

/** A finding with the parameter versions that were read on the way to it. */
export type ExplainedFinding = Finding & { readonly using: readonly Reading[] }

/** Facts in, findings out: the same for the same facts on every day and every machine. */
export const evaluate = (facts: Facts, options: EvaluateOptions = {}): Finding[] =>
  run(facts, options, finding => finding)

/** The same findings, each with the values it rests on. */
export const explain = (facts: Facts, options: EvaluateOptions = {}): ExplainedFinding[] =>
  run(facts, options, (finding, law) => ({ ...finding, using: law.readings() }))

type Keep<T extends Finding> = (finding: Finding, law: NotingLaw) => T

function run<T extends Finding>(facts: Facts, options: EvaluateOptions, keep: Keep<T>): T[] {
  const world = worldOf(facts)
  const law = lawWith(options.parameters)
  const rules = options.rules ?? allRules
  const first = pass(world, law, plan(rules, false), () => [], keep)
  const last = plan(rules, true)
  return last.size ? first.concat(pass(world, law, last, bySubject(first), keep)) : first
}

type Plan = ReadonlyMap<SubjectType, readonly { readonly rule: Rule; readonly check: Check }[]>

function plan(rules: readonly Rule[], last: boolean): Plan {
  const checks = rules
    .filter(rule => (rule.runsLast ?? false) === last)
    .flatMap(rule => rule.checks.map(check => ({ rule, check })))
  return Map.groupBy(checks, ({ check }) => check.subject)
}

function pass<T extends Finding>(
  world: World,
  law: NotingLaw,
  checks: Plan,
  found: Found,
  keep: Keep<T>,
): T[] {
  const findings: T[] = []
  for (const type of subjectTypes) {
    const due = checks.get(type)
    if (!due) continue
    for (const subject of subjectsOf(world.facts, type))
      for (const { rule, check } of due) {
        law.forget()
        const verdict = check.run(subject, world, law, found)
        if (!verdict) continue
        for (const draft of isList(verdict) ? verdict : [verdict])
          findings.push(keep(stamp(rule, type, subject.id, draft), law))
      }
  }
  return findings
}

const isList = (verdict: Draft | readonly Draft[]): verdict is readonly Draft[] =>
  Array.isArray(verdict)

function stamp(rule: Rule, type: SubjectType, id: string, draft: Draft): Finding {
  const { level, message, due, overdueDays } = draft
  const amounts = known(draft.amounts)
  const values = known(draft.values)
  return {
    rule: rule.id,
    subject: { type, id },
    level,
    blocks: draft.blocks ?? [],
    basis: draft.basis ?? rule.basis[0],
    ...(due === undefined ? {} : { due }),
    ...(overdueDays === undefined || overdueDays <= 0 ? {} : { overdueDays }),
    ...(amounts ? { amounts } : {}),
    ...(values ? { values } : {}),
    message,
  }
}

function known<T>(record: Readonly<Record<string, T | undefined>> | undefined) {
  if (!record) return undefined
  const entries = Object.entries(record).filter((e): e is [string, T] => e[1] !== undefined)
  return entries.length ? Object.fromEntries(entries) : undefined
}

function bySubject(findings: readonly Finding[]): Found {
  const index = Map.groupBy(findings, ({ subject }) => `${subject.type} ${subject.id}`)
  return (type, id) => index.get(`${type} ${id}`) ?? []
}
