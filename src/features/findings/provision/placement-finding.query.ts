import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { byGravity, type CaseFindingRow, findingColumns } from '../finding.query.ts'

/** What the rules find about a placement now, the gravest first; what was accepted with a reason comes last. */
export async function findingsOfPlacement(tx: Tx, placementId: string): Promise<CaseFindingRow[]> {
  const rows = await tx
    .selectFrom('finding')
    .select(findingColumns)
    .where('placement_id', '=', placementId)
    .where('superseded_at', 'is', null)
    .orderBy('rule')
    .orderBy('id')
    .execute()
  return byGravity(rows as CaseFindingRow[])
}

/** Who commissions a placement lets a finding stand and says why: name, reason and moment stay with it for good. */
export async function acceptPlacementFinding(
  { tx, me, now, audit }: Doer,
  findingId: string,
  reason: string,
): Promise<{ placementId: string }> {
  const finding = await tx
    .selectFrom('finding')
    .select(['id', 'rule', 'placement_id', 'child_id', 'blocks', 'superseded_at'])
    .where('id', '=', findingId)
    .executeTakeFirst()
  if (!finding?.placement_id) throw new NotFound()
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
    detail: { rule: finding.rule, placement: finding.placement_id, blocks: finding.blocks },
  })
  return { placementId: finding.placement_id }
}
