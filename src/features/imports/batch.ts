import { z } from 'zod'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'

export type ImportKind = 'children' | 'referrals'

/** How the columns of the file were matched, and what the person said besides. Kept with the import. */
const matching = z.object({
  columns: z.record(z.string(), z.string()).default({}),
  rollFrom: z.string().nullable().default(null),
  blankClears: z.boolean().default(false),
})
export type Matching = z.infer<typeof matching>

const counts = z.object({
  add: z.number().default(0),
  change: z.number().default(0),
  nothing: z.number().default(0),
  warnings: z.number().default(0),
})
export type Counts = z.infer<typeof counts>

/** One import, as far as the reader’s organisation made it. */
export async function batchOf(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('import_batch as b')
    .innerJoin('user_account as maker', 'maker.id', 'b.made_by')
    .leftJoin('user_account as undoer', 'undoer.id', 'b.undone_by')
    .select([
      'b.id',
      'b.kind',
      'b.status',
      'b.file_name as fileName',
      'b.sheet',
      'b.other_sheets as otherSheets',
      'b.headers',
      'b.matching',
      'b.row_count as rowCount',
      'b.rows_done as rowsDone',
      'b.problem_count as problemCount',
      'b.problem',
      'b.counts',
      'b.known_children as knownChildren',
      'b.made_at as madeAt',
      'b.imported_at as importedAt',
      'b.undone_at as undoneAt',
      'b.rows_forgotten_at as rowsForgottenAt',
      'b.version',
      'maker.name as madeBy',
      'undoer.name as undoneBy',
    ])
    .where('b.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { ...row, matching: matching.parse(row.matching), counts: counts.parse(row.counts) }
}
export type Batch = Awaited<ReturnType<typeof batchOf>>

type Status = Batch['status']

/** Takes an import from one state to the next, unless somebody else did so first. */
export async function moveBatch(
  tx: Tx,
  { id, from }: { id: string; from: readonly Status[] },
  to: Status,
  changes: {
    readonly matching?: Matching
    readonly counts?: Counts
    readonly problem_count?: number | null
    readonly problem?: string | null
    readonly rows_done?: number
    readonly known_children?: number
    readonly checked_at?: Date
    readonly imported_at?: Date
  } = {},
) {
  const { matching: matched, counts: counted, ...columns } = changes
  const { numUpdatedRows } = await tx
    .updateTable('import_batch')
    .set({
      status: to,
      ...columns,
      ...(matched ? { matching: JSON.stringify(matched) } : {}),
      ...(counted ? { counts: JSON.stringify(counted) } : {}),
    })
    .where('id', '=', id)
    .where('status', 'in', from)
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    throw new Refusal('This import has gone on since you opened the page. Look at it again.')
}

/** More than a fifth of the children on roll would change: then it must be said expressly that this is meant. */
export const changesMany = ({
  counts: { change },
  knownChildren,
}: Pick<Batch, 'counts' | 'knownChildren'>) => change > 0 && change > (knownChildren ?? 0) * 0.2
