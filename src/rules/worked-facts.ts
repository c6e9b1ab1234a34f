import { evaluate } from './engine.ts'
import type { Facts } from './facts.ts'
import type { Finding } from './finding.ts'
import { ruleCalled } from './registry.ts'
import { factsOf } from './scenario-files.ts'
import type { Json } from './scenarios.ts'

/** The fixtures of the worked cases, merged left to right, with facts of one’s own on top. */
export const workedFacts = (fixtures: readonly string[], facts: Json): Facts =>
  factsOf({ id: '', title: '', source: [], extends: fixtures, facts, expect: {} })

/** What one rule says of those facts. */
export function said(rule: string, fixtures: readonly string[], facts: Json): Finding[] {
  const called = ruleCalled(rule)
  if (!called) throw new RangeError(`There is no rule ${rule}`)
  return evaluate(workedFacts(fixtures, facts), { rules: [called] })
}

/** The levels of what one rule says, in the order of the list; empty when it is silent. */
export const levelsSaid = (rule: string, fixtures: readonly string[], facts: Json): string[] =>
  said(rule, fixtures, facts).map(({ level }) => level)

/** A well-run placement with a fully evidenced provider: the background of most cases. */
export const placed = ['base', 'pupil', 'good-provider', 'placement']
