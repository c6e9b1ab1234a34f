import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'

/**
 * A co-ordinator lets a finding stand and says why. Where it stops an action this is the recorded override: name,
 * reason and moment stay with the finding for good.
 */
export async function acceptFinding(
  { tx, me, now, audit }: Doer,
  findingId: string,
  reason: string,
): Promise<{ referralId: string }> {
  const finding = await tx
    .selectFrom('finding')
    .select(['id', 'rule', 'referral_id', 'child_id', 'blocks', 'superseded_at', 'accepted_at'])
    .where('id', '=', findingId)
    .executeTakeFirst()
  if (!finding?.referral_id) throw new NotFound()
  if (finding.superseded_at)
    throw new Refusal('This finding no longer holds, so there is nothing to accept.')
  const { numUpdatedRows } = await tx
    .updateTable('finding')
    .set({
      accepted_by: me.userId,
      accepted_at: now,
      accepted_name: me.name,
      accepted_reason: reason,
    })
    .where('id', '=', findingId)
    .where('accepted_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refusal('Somebody has accepted this finding already. Reload the page to see why.')
  audit({
    event: 'finding.accepted',
    subjectKind: 'finding',
    subjectId: findingId,
    childId: finding.child_id ?? undefined,
    detail: { rule: finding.rule, referral: finding.referral_id, blocks: finding.blocks },
  })
  return { referralId: finding.referral_id }
}
