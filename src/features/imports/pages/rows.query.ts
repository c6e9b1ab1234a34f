import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'
import type { Batch } from '../batch.ts'
import type { CellProblem, Difference } from '../row.ts'

export const shows = ['problems', 'warnings', 'changes', 'new', 'all'] as const
export type Show = (typeof shows)[number]
export const rowsOnPage = 50

export interface ShownRow {
  readonly number: number
  readonly name: string
  readonly action: 'add' | 'change' | 'nothing' | null
  readonly childId: string | null
  readonly problems: readonly CellProblem[]
  readonly warnings: readonly CellProblem[]
  readonly changes: readonly Difference[]
}

const having = {
  problems: sql<boolean>`problems <> '[]'::jsonb`,
  warnings: sql<boolean>`warnings <> '[]'::jsonb`,
  changes: sql<boolean>`action = 'change'`,
  new: sql<boolean>`action = 'add'`,
  all: sql<boolean>`true`,
} as const

/** A page of the rows of a file, those of one kind. */
export async function rowsOf(
  tx: Tx,
  batch: Batch,
  { show, page }: { show: Show; page: number },
): Promise<ShownRow[]> {
  const rows = await tx
    .selectFrom('import_row')
    .select(['number', 'cells', 'action', 'child_id', 'problems', 'warnings', 'changes'])
    .where('batch_id', '=', batch.id)
    .where(having[show])
    .orderBy('number')
    .limit(rowsOnPage)
    .offset((page - 1) * rowsOnPage)
    .execute()
  return rows.map(row => ({
    number: row.number,
    name: nameIn(row.cells as Record<string, string>, batch),
    action: row.action,
    childId: row.child_id,
    problems: row.problems as CellProblem[],
    warnings: row.warnings as CellProblem[],
    changes: row.changes as Difference[],
  }))
}

/** Every row with something wrong, for the file that its author takes away. */
export async function problemsOf(tx: Tx, batch: Batch) {
  const rows = await tx
    .selectFrom('import_row')
    .select(['number', 'cells', 'problems', 'warnings'])
    .where('batch_id', '=', batch.id)
    .where(eb => eb.or([having.problems, having.warnings]))
    .orderBy('number')
    .execute()
  return rows.flatMap(row => {
    const cells = row.cells as Record<string, string>
    const line = (kind: string) => (each: CellProblem) => ({
      row: row.number,
      name: nameIn(cells, batch),
      kind,
      column: each.column ?? '',
      cell: each.column ? (cells[each.column] ?? '') : '',
      problem: each.problem,
    })
    return [
      ...(row.problems as CellProblem[]).map(line('Problem')),
      ...(row.warnings as CellProblem[]).map(line('To look at')),
    ]
  })
}

function nameIn(cells: Record<string, string>, { matching: { columns } }: Batch): string {
  const under = (field: string) => cells[columns[field] ?? ''] ?? ''
  return (
    [under('forename'), under('surname')].filter(Boolean).join(' ') ||
    under('name') ||
    under('upn') ||
    'No name'
  )
}
