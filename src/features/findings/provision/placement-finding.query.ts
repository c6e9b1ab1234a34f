import type { Tx } from '#platform/database/database.ts'
import { byGravity, type CaseFindingRow, findingColumns } from '../finding.query.ts'

/** What the rules find about a placement now, the gravest first; what was accepted with a reason comes last. */
export async function findingsOfPlacement(tx: Tx, placementId: string): Promise<CaseFindingRow[]> {
  const rows = await tx
    .selectFrom('finding')
    .select(findingColumns)
    .where('placement_id', '=', placementId)
    .where('superseded_at', 'is', null)
    .orderBy('rule')
    .orderBy('id')
    .execute()
  return byGravity(rows as CaseFindingRow[])
}
