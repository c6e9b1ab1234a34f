import type { Doer } from '#platform/http/visit.ts'
import type { ImportKind, Matching } from './batch.ts'
import { childrenImporter } from './children/importer.ts'
import { referralsImporter } from './referrals/importer.ts'
import type { CellProblem, Judged } from './row.ts'

export interface FileRow {
  readonly number: number
  readonly cells: Readonly<Record<string, string>>
  /** Found when the file came in, and kept. */
  readonly held: readonly CellProblem[]
}

/** What was written of one row: with what stood there before, or null where there was nothing. */
export interface Written {
  readonly table: string
  readonly id: string
  readonly before: Readonly<Record<string, unknown>> | null
  /** What the row was like when the import was done: by it is seen whether anything has changed since. */
  readonly mark?: string | undefined
}

/** Tells how far it is, to those who wait; never fails the work. */
export type Progress = (rows: number) => Promise<void>

/** One kind of import: how its rows are judged, and how they are written. */
export interface Importer<J extends Judged = Judged> {
  readonly judge: (
    doer: Doer,
    rows: readonly FileRow[],
    matching: Matching,
  ) => Promise<{ readonly judged: readonly J[]; readonly known: number }>
  readonly write: (
    doer: Doer,
    judged: readonly J[],
    batchId: string,
    progress: Progress,
  ) => Promise<Map<number, Written[]>>
}

// Each judges and writes rows of its own shape; nobody mixes them.
// biome-ignore lint/suspicious/noExplicitAny: a choice between importers of different rows has no other type.
const importers: Record<ImportKind, Importer<any>> = {
  children: childrenImporter,
  referrals: referralsImporter,
}
export const importerOf = (kind: ImportKind): Importer => importers[kind]
