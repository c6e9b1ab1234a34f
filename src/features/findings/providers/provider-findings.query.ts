import type { Tx } from '#platform/database/database.ts'
import { byGravity, type CaseFindingRow, findingColumns } from '../finding.query.ts'

/** What the rules find about a provider now, the gravest first. */
export async function findingsOfProvider(tx: Tx, providerId: string): Promise<CaseFindingRow[]> {
  const rows = await tx
    .selectFrom('finding')
    .select(findingColumns)
    .where('provider_id', '=', providerId)
    .where('subject_type', 'in', ['provider', 'assessment'])
    .where('placement_id', 'is', null)
    .where('superseded_at', 'is', null)
    .orderBy('rule')
    .orderBy('id')
    .execute()
  return byGravity(rows as CaseFindingRow[])
}
