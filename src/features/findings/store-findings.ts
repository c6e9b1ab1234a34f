import { sql } from 'kysely'
import { newId } from '#domain/ids.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { CaseFinding } from './evaluate-referrals.ts'

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
  if (fresh.length > 0)
    await sql`
    insert into finding (id, rule, subject_type, subject_id, referral_id, child_id, level, basis, blocks, message, due,
        overdue_days, "values", amounts, fingerprint, since, facts_date)
    select x.id, x.rule, x.subject_type, x.subject_id, x.referral_id, x.child_id, x.level, x.basis, x.blocks, x.message,
        x.due, x.overdue_days, x."values", x.amounts, x.fingerprint, ${now}, ${today}
      from jsonb_to_recordset(${JSON.stringify(fresh.map(row))}::jsonb) as x (id uuid, rule text, subject_type text,
        subject_id uuid, referral_id uuid, child_id uuid, level text, basis text, blocks text[], message text, due date,
        overdue_days integer, "values" jsonb, amounts jsonb, fingerprint text)
    -- Two commands that change the same child at once find the same thing: one row is enough.
    on conflict do nothing`.execute(tx)
  return gone.length + fresh.length
}

const row = ({ referralId, childId, finding, fingerprint }: PrintedFinding) => ({
  id: newId(),
  rule: finding.rule,
  subject_type: finding.subject.type,
  subject_id: finding.subject.id,
  referral_id: referralId,
  child_id: childId,
  level: finding.level,
  basis: finding.basis,
  blocks: finding.blocks,
  message: finding.message,
  due: finding.due,
  overdue_days: finding.overdueDays,
  values: finding.values ?? {},
  amounts: finding.amounts ?? {},
  fingerprint,
})
