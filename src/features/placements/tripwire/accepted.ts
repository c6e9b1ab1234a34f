import type { Tx } from '#platform/database/database.ts'
import type { Finding } from '#rules/finding.ts'

/** Findings of the placement that were let stand with a reason stop nothing any more. */
export async function acceptedOf(tx: Tx, placementId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('finding')
    .select(['rule', 'subject_id', 'level', 'values'])
    .where('placement_id', '=', placementId)
    .where('accepted_at', 'is not', null)
    .execute()
  return new Set(
    rows.map(row =>
      JSON.stringify([
        row.rule,
        row.subject_id,
        row.level,
        Object.entries((row.values ?? {}) as Record<string, unknown>).sort(),
      ]),
    ),
  )
}

/** Two findings of one subject are the same when level and working are. */
export const keyOf = ({ rule, subject, level, values }: Finding) =>
  JSON.stringify([rule, subject.id, level, Object.entries(values ?? {}).sort()])
