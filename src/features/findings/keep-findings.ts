import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '#domain/canonical-json.ts'
import type { Doer } from '#platform/http/visit.ts'
import { type Finding, passing } from '#rules/finding.ts'
import { insertFindings } from './insert-findings.ts'

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
    await tx
      .updateTable('finding')
      .set({ superseded_at: now })
      .where(sql<boolean>`id = any (${`{${gone.join(',')}}`}::uuid[])`)
      .execute()

  const before = new Set(standing.map(({ fingerprint }) => fingerprint))
  await insertFindings(
    tx,
    marked.filter(({ fingerprint }) => !before.has(fingerprint)),
    { now, today },
  )
}

/** Two findings are the same when everything but the number of days gone by, or to come, is. */
export function fingerprintOf({
  referralId,
  placementId,
  providerId,
  finding,
}: FindingToKeep): string {
  const { overdueDays: _changesDaily, values, ...lasting } = finding
  return createHash('sha256')
    .update(
      canonicalJson([
        referralId ?? placementId ?? providerId ?? '',
        { ...lasting, ...lastingOnly(values) },
      ]),
    )
    .digest('base64url')
}

/** What has no such value is printed as it always was. */
function lastingOnly(values: Finding['values']): Pick<Finding, 'values'> {
  if (!values) return {}
  return {
    values: Object.fromEntries(Object.entries(values).filter(([name]) => !passing.has(name))),
  }
}
