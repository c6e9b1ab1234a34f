import type { Tx } from '#platform/database/database.ts'
import { levels } from '#rules/finding.ts'
import type { CaseFindingRow } from '../finding.query.ts'

/** What the rules find about a provider now, the gravest first. */
export async function findingsOfProvider(tx: Tx, providerId: string): Promise<CaseFindingRow[]> {
  const rows = await tx
    .selectFrom('finding')
    .select([
      'id',
      'rule',
      'level',
      'basis',
      'blocks',
      'message',
      'due',
      'values',
      'amounts',
      'since',
      'facts_date as factsDate',
      'superseded_at as supersededAt',
      'accepted_at as acceptedAt',
      'accepted_name as acceptedName',
      'accepted_reason as acceptedReason',
    ])
    .where('provider_id', '=', providerId)
    .where('subject_type', 'in', ['provider', 'assessment'])
    .where('placement_id', 'is', null)
    .where('superseded_at', 'is', null)
    .orderBy('rule')
    .orderBy('id')
    .execute()
  return (rows as CaseFindingRow[]).sort((a, b) => rank(b) - rank(a))
}

const rank = ({ blocks, level }: CaseFindingRow) =>
  levels.indexOf(level) * 2 + (blocks.length > 0 ? 1 : 0)
