import type { Doer } from '#platform/http/visit.ts'
import type { Matching } from '../batch.ts'
import type { CellProblem, Difference, Write } from '../row.ts'
import { contactWrites } from './contact-writes.ts'
import { identityWrites } from './identity-writes.ts'
import type { Known, KnownChild } from './known.query.ts'
import type { ChildRow } from './read-row.ts'
import { addressWrites, careWrites, needsWrites, rollWrites } from './record-writes.ts'

export interface Judging {
  readonly row: ChildRow
  /** The child on record that the row means. */
  readonly on: KnownChild | undefined
  readonly known: Known
  readonly matching: Matching
}

export interface Outcome {
  readonly writes: Write[]
  readonly changes: Difference[]
  readonly warnings: CellProblem[]
}
export type By = Pick<Doer, 'me' | 'now' | 'today'>

/** Everything that one row would write. What is the same already is not written again. */
export function writesOf(by: By, judging: Judging): Outcome {
  const outcome: Outcome = { writes: [], changes: [], warnings: [] }
  const childId = identityWrites(by, judging, outcome)
  if (childId === undefined) return outcome
  needsWrites(by, judging, childId, outcome)
  careWrites(by, judging, childId, outcome)
  if (!judging.on?.protected) {
    addressWrites(by, judging, childId, outcome)
    contactWrites(by, judging, childId, outcome)
  }
  rollWrites(by, judging, childId, outcome)
  return outcome
}
