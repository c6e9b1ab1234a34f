import { createHash } from 'node:crypto'
import { canonicalJson } from '#domain/canonical-json.ts'
import { newId } from '#domain/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Finding } from '#rules/finding.ts'

export interface FindingToKeep {
  readonly referralId?: string
  readonly placementId?: string
  readonly providerId?: string
  readonly childId: string | undefined
  readonly finding: Finding
}

/**
 * New findings are added, the same ones stay as they were (with the day since when), and what no longer holds is
 * superseded. Nothing is edited.
 */
export async function keepFindings(
  { tx, now, today }: Pick<Doer, 'tx' | 'now' | 'today'>,
  standing: readonly { readonly id: string; readonly fingerprint: string }[],
  found: readonly FindingToKeep[],
): Promise<void> {
  const marked = found.map(each => ({ ...each, fingerprint: fingerprintOf(each) }))
  const present = new Set(marked.map(({ fingerprint }) => fingerprint))
  const gone = standing.filter(({ fingerprint }) => !present.has(fingerprint)).map(({ id }) => id)
  if (gone.length > 0)
    await tx.updateTable('finding').set({ superseded_at: now }).where('id', 'in', gone).execute()

  const before = new Set(standing.map(({ fingerprint }) => fingerprint))
  await insertFindings(
    tx,
    marked.filter(({ fingerprint }) => !before.has(fingerprint)),
    now,
    today,
  )
}

/** Two findings are the same when everything but the number of days gone by is. */
export function fingerprintOf({
  referralId,
  placementId,
  providerId,
  finding,
}: FindingToKeep): string {
  const { overdueDays: _changesDaily, ...lasting } = finding
  return createHash('sha256')
    .update(canonicalJson([referralId ?? placementId ?? providerId ?? '', lasting]))
    .digest('base64url')
}

async function insertFindings(
  tx: Tx,
  fresh: readonly (FindingToKeep & { fingerprint: string })[],
  now: Date,
  today: Doer['today'],
) {
  if (fresh.length === 0) return
  await tx
    .insertInto('finding')
    .values(
      fresh.map(({ referralId, placementId, providerId, childId, finding, fingerprint }) => ({
        id: newId(),
        rule: finding.rule,
        subject_type: finding.subject.type,
        subject_id: finding.subject.id,
        referral_id: referralId ?? null,
        placement_id: placementId ?? null,
        provider_id: providerId ?? null,
        child_id: childId ?? null,
        level: finding.level,
        basis: finding.basis,
        blocks: [...finding.blocks],
        message: finding.message,
        due: finding.due ?? null,
        overdue_days: finding.overdueDays ?? null,
        values: JSON.stringify(finding.values ?? {}),
        amounts: JSON.stringify(finding.amounts ?? {}),
        fingerprint,
        since: now,
        facts_date: today,
      })),
    )
    // Two commands that change the same child at once find the same thing: one row is enough.
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
