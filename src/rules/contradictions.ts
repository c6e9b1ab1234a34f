import { caseContradictions } from './contradictions/cases.ts'
import { choices, settled } from './contradictions/choices.ts'
import { provisionContradictions } from './contradictions/provision.ts'
import type { Source } from './sources.ts'

/** A reading that can be worked out: the values that the numbers of the rules have under it. */
export type Choice = {
  readonly key: string
  readonly says: string
  readonly sets: readonly { readonly parameter: string; readonly value: unknown }[]
}

/** Two sources that disagree, the reading of each, and the one applied here with its reason. */
export type Contradiction = {
  readonly id: string
  readonly topic: string
  /** The rules that it touches. */
  readonly rules: readonly string[]
  readonly readings: readonly { readonly source: Source; readonly says: string }[]
  readonly applied: string
  readonly because: string
  /** The readings that the authority can choose between; the first is the one that ships. */
  readonly choices?: readonly [Choice, ...Choice[]]
  /** Why there is nothing to choose, where there is not. */
  readonly settled?: string
}

const known = <K extends string, T>(name: K, value: T | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [k in K]?: T }

export const allContradictions: readonly Contradiction[] = [
  ...provisionContradictions,
  ...caseContradictions,
]
  .map(each => ({
    ...each,
    ...known('choices', choices[each.id]),
    ...known('settled', settled[each.id]),
  }))
  .sort((a, b) => (a.id < b.id ? -1 : 1))

export const contradictionsAbout = (rule: string): readonly Contradiction[] =>
  allContradictions.filter(({ rules }) => rules.includes(rule))

/** The reading under which the numbers have the values that they have; undefined when they fit none. */
export const choiceApplied = (
  { choices }: Contradiction,
  valueOn: (parameter: string) => unknown,
): Choice | undefined =>
  choices?.find(({ sets }) => sets.every(({ parameter, value }) => valueOn(parameter) === value))
