import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { CaseFindingRow } from './finding.query.ts'
import { mayStand } from './providers/may-stand.ts'

/**
 * A co-ordinator lets a finding of a case stand and says why. Where it stops an action this is the recorded override: name,
 * reason and moment stay with the finding for good.
 */
export const acceptFinding = async (doer: Doer, findingId: string, reason: string) => ({
  referralId: await accept(doer, findingId, reason, 'referral'),
})

/** Who commissions a placement lets a finding of it stand and says why. */
export const acceptPlacementFinding = async (doer: Doer, findingId: string, reason: string) => ({
  placementId: await accept(doer, findingId, reason, 'placement'),
})

/**
 * The quality team lets a finding about a provider stand and says why. It then stops no start there, whoever commissions
 * it; so what the law asks for before a start is mended, and never accepted for everybody.
 */
export async function acceptProviderFinding(doer: Doer, finding: CaseFindingRow, reason: string) {
  if (!mayStand(finding))
    throw new Refusal('The law asks for this before anybody starts. It is mended, not accepted.')
  return { providerId: await accept(doer, finding.id, reason, 'provider') }
}

/** Accepts a finding about a record of this kind, and answers with that record's id. */
async function accept(
  { tx, me, now, audit }: Doer,
  findingId: string,
  reason: string,
  kind: 'referral' | 'placement' | 'provider',
): Promise<string> {
  const finding = await tx
    .selectFrom('finding')
    .select(['rule', `${kind}_id as record`, 'child_id', 'blocks', 'superseded_at'])
    .where('id', '=', findingId)
    .executeTakeFirst()
  if (!finding?.record) throw new NotFound()
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
    detail: { rule: finding.rule, [kind]: finding.record, blocks: finding.blocks },
  })
  return finding.record
}
