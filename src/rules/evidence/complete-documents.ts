import { safeguardingProcedures } from '../data/documents.ts'
import type { Evidence } from '../facts.ts'

export type Blank = 'staff-count' | 'first-aider-count'
type Procedure = (typeof safeguardingProcedures)[number]

/** The numbers that the single central record must state and does not; none while it is not recorded at all. */
export function blanksOfRecord(evidence: readonly Evidence[] | undefined): Blank[] {
  const records = (evidence ?? []).filter(({ document }) => document === 'DOC-08')
  if (records.length === 0) return []
  const blanks: Blank[] = []
  if (records.every(({ staffCount }) => staffCount === undefined)) blanks.push('staff-count')
  if (records.every(({ firstAiderCount }) => firstAiderCount === undefined))
    blanks.push('first-aider-count')
  return blanks
}

/** Which of the eight procedures no upload holds; none while the document is not recorded at all. */
export function missingProcedures(evidence: readonly Evidence[] | undefined): Procedure[] {
  const records = (evidence ?? []).filter(({ document }) => document === 'DOC-13')
  if (records.length === 0) return []
  const held = new Set(records.flatMap(({ procedures }) => procedures ?? []))
  return safeguardingProcedures.filter(({ id }) => !held.has(id))
}
