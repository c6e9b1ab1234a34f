import type { Tx } from '#platform/database/database.ts'
import { byGravity, type CaseFindingRow, findingColumns } from '../finding.query.ts'

/** What the rules find about a direction now, the gravest first. */
export async function findingsOfDirection(tx: Tx, directionId: string): Promise<CaseFindingRow[]> {
  const rows = await tx
    .selectFrom('finding')
    .select(findingColumns)
    .where('subject_type', '=', 'off-site-direction')
    .where('subject_id', '=', directionId)
    .where('superseded_at', 'is', null)
    .orderBy('rule')
    .orderBy('id')
    .execute()
  return byGravity(rows as CaseFindingRow[])
}
