import { sql } from 'kysely'
import type { Doer } from '#platform/http/visit.ts'
import type { CaseFinding } from './evaluate-referrals.ts'
import { insertFindings } from './insert-findings.ts'

export type PrintedFinding = CaseFinding & { readonly fingerprint: string }

/**
 * Compares what was found about these cases with what stands: new findings are added, the same ones stay as they are, and
 * what no longer holds is superseded. One question and two statements, however many cases; answers how many rows changed.
 */
export async function storeFindings(
  { tx, now, today }: Pick<Doer, 'tx' | 'now' | 'today'>,
  referralIds: readonly string[],
  found: readonly PrintedFinding[],
): Promise<number> {
  const standing = await tx
    .selectFrom('finding')
    .select(['id', 'fingerprint'])
    .where(sql<boolean>`referral_id = any (${`{${referralIds.join(',')}}`}::uuid[])`)
    .where('superseded_at', 'is', null)
    .execute()

  const present = new Set(found.map(({ fingerprint }) => fingerprint))
  const gone = standing.filter(({ fingerprint }) => !present.has(fingerprint)).map(({ id }) => id)
  if (gone.length > 0)
    await tx
      .updateTable('finding')
      .set({ superseded_at: now })
      .where(sql<boolean>`id = any (${`{${gone.join(',')}}`}::uuid[])`)
      .execute()

  const before = new Set(standing.map(({ fingerprint }) => fingerprint))
  const fresh = found.filter(({ fingerprint }) => !before.has(fingerprint))
  await insertFindings(tx, fresh, { now, today })
  return gone.length + fresh.length
}
