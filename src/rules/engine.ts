import type { Facts } from './facts.ts'
import type { Draft, Finding } from './finding.ts'
import {
  type Law,
  lawWith,
  type NotingLaw,
  type ParameterVersions,
  type Reading,
} from './parameter.ts'
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
export const evaluate = (facts: Facts, options: EvaluateOptions = {}): Finding[] => [
  ...findingsOf(facts, options),
]

/** The same findings one by one, for a world so large that they are not all kept. */
export const findingsOf = (facts: Facts, options: EvaluateOptions = {}): Generator<Finding> =>
  run(facts, lawWith(options.parameters), options, finding => finding)

/** The same findings, each with the values it rests on. */
export function explain(facts: Facts, options: EvaluateOptions = {}): ExplainedFinding[] {
  const law = notingLawWith(options)
  return [
    ...run(facts, law, options, finding => ({ ...finding, using: law.readings() }), law.forget),
  ]
}

const notingLawWith = (options: EvaluateOptions): NotingLaw => lawWith(options.parameters, 'noting')

function* run<T extends Finding>(
  facts: Facts,
  law: Law,
  { rules = allRules }: EvaluateOptions,
  keep: (finding: Finding) => T,
  beforeCheck?: () => void,
): Generator<T> {
  const world = worldOf(facts)
  const last = checksBySubject(rules.filter(rule => rule.runsLast))
  const grave = last.size ? new GraveFindings() : undefined
  const first = checksBySubject(rules.filter(rule => !rule.runsLast))
  for (const finding of pass(world, law, first, () => [], keep, beforeCheck)) {
    grave?.add(finding)
    yield finding
  }
  if (grave) yield* pass(world, law, last, grave.of, keep, beforeCheck)
}

type Checks = ReadonlyMap<SubjectType, readonly { readonly rule: Rule; readonly check: Check }[]>

const checksBySubject = (rules: readonly Rule[]): Checks =>
  Map.groupBy(
    rules.flatMap(rule => rule.checks.map(check => ({ rule, check }))),
    ({ check }) => check.subject,
  )

function* pass<T extends Finding>(
  world: World,
  law: Law,
  checks: Checks,
  found: Found,
  keep: (finding: Finding) => T,
  beforeCheck?: () => void,
): Generator<T> {
  for (const type of subjectTypes) {
    const due = checks.get(type)
    if (!due) continue
    for (const subject of subjectsOf(world.facts, type))
      for (const { rule, check } of due) {
        beforeCheck?.()
        const verdict = check.run(subject, world, law, found)
        if (!verdict) continue
        if (isOne(verdict)) yield keep(stamp(rule, type, subject.id, verdict))
        else for (const draft of verdict) yield keep(stamp(rule, type, subject.id, draft))
      }
  }
}

const isOne = (verdict: Draft | readonly Draft[]): verdict is Draft => !Array.isArray(verdict)

function stamp(rule: Rule, type: SubjectType, id: string, draft: Draft): Finding {
  const { due, overdueDays } = draft
  const finding: { -readonly [K in keyof Finding]: Finding[K] } = {
    rule: rule.id,
    subject: { type, id },
    level: draft.level,
    blocks: draft.blocks ?? [],
    basis: draft.basis ?? rule.basis[0],
    message: draft.message,
  }
  if (due !== undefined) finding.due = due
  if (overdueDays !== undefined && overdueDays > 0) finding.overdueDays = overdueDays
  const amounts = known(draft.amounts)
  if (amounts) finding.amounts = amounts
  const values = known(draft.values)
  if (values) finding.values = values
  return finding
}

/** The record without what is undefined; nothing when nothing is left. */
function known<T>(record: Readonly<Record<string, T | undefined>> | undefined) {
  let result: Record<string, T> | undefined
  for (const key in record) {
    const value = record[key]
    if (value === undefined) continue
    result ??= {}
    result[key] = value
  }
  return result
}

/** Breach and critical findings by subject, for the rules that run last. */
class GraveFindings {
  readonly #bySubject = new Map<SubjectType, Map<string, Finding[]>>()

  add(finding: Finding): void {
    if (finding.level !== 'breach' && finding.level !== 'critical') return
    const { type, id } = finding.subject
    const ofType = this.#bySubject.get(type) ?? new Map<string, Finding[]>()
    this.#bySubject.set(type, ofType)
    const known = ofType.get(id)
    if (known) known.push(finding)
    else ofType.set(id, [finding])
  }

  readonly of: Found = (type, id) => this.#bySubject.get(type)?.get(id) ?? []
}
