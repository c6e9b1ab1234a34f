import { caseContradictions } from './contradictions/cases.ts'
import { provisionContradictions } from './contradictions/provision.ts'
import type { Source } from './sources.ts'

/** Two sources that disagree, the reading of each, and the one applied here with its reason. */
export type Contradiction = {
  readonly id: string
  readonly topic: string
  /** The rules that it touches. */
  readonly rules: readonly string[]
  readonly readings: readonly { readonly source: Source; readonly says: string }[]
  readonly applied: string
  readonly because: string
}

export const allContradictions: readonly Contradiction[] = [
  ...provisionContradictions,
  ...caseContradictions,
].sort((a, b) => (a.id < b.id ? -1 : 1))

export const contradictionsAbout = (rule: string): readonly Contradiction[] =>
  allContradictions.filter(({ rules }) => rules.includes(rule))
