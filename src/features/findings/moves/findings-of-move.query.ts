import type { Tx } from '#platform/database/database.ts'
import { byGravity, type CaseFindingRow, findingColumns } from '../finding.query.ts'

/** What the rules find about managed moves or removals now, by the id of what it is about, the gravest first. */
export async function findingsOfMoves(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, CaseFindingRow[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('finding')
    .select([...findingColumns, 'subject_id'])
    .where('subject_id', 'in', ids)
    .where('superseded_at', 'is', null)
    .orderBy('rule')
    .orderBy('id')
    .execute()
  const grouped = Map.groupBy(rows, ({ subject_id }) => subject_id)
  return new Map([...grouped].map(([id, each]) => [id, byGravity(each as CaseFindingRow[])]))
}
