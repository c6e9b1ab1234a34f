import { sql } from 'kysely'
import { newId } from '#domain/ids.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Finding } from '#rules/finding.ts'

export interface FreshFinding {
  readonly referralId?: string
  readonly placementId?: string
  readonly providerId?: string
  readonly childId: string | undefined
  readonly finding: Finding
  readonly fingerprint: string
}

/** As one value, however many there are: a statement takes 65,535 parameters, and a night finds more than that. */
export async function insertFindings(
  tx: Tx,
  fresh: readonly FreshFinding[],
  { now, today }: Pick<Doer, 'now' | 'today'>,
): Promise<void> {
  if (fresh.length === 0) return
  await sql`
    insert into finding (id, rule, subject_type, subject_id, referral_id, placement_id, provider_id, child_id, level, basis, blocks,
        message, due, overdue_days, "values", amounts, fingerprint, since, facts_date)
    select x.id, x.rule, x.subject_type, x.subject_id, x.referral_id, x.placement_id, x.provider_id, x.child_id, x.level, x.basis, x.blocks,
        x.message, x.due, x.overdue_days, x."values", x.amounts, x.fingerprint, ${now}, ${today}
      from jsonb_to_recordset(${JSON.stringify(fresh.map(row))}::jsonb) as x (id uuid, rule text, subject_type text, subject_id uuid,
        referral_id uuid, placement_id uuid, provider_id uuid, child_id uuid, level text, basis text, blocks text[], message text,
        due date, overdue_days integer, "values" jsonb, amounts jsonb, fingerprint text)
    -- Two commands that change the same child at once find the same thing: one row is enough.
    on conflict do nothing`.execute(tx)
}

const row = ({
  referralId,
  placementId,
  providerId,
  childId,
  finding,
  fingerprint,
}: FreshFinding) => ({
  id: newId(),
  rule: finding.rule,
  subject_type: finding.subject.type,
  subject_id: finding.subject.id,
  referral_id: referralId,
  placement_id: placementId,
  provider_id: providerId,
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
