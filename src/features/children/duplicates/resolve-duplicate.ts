import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { proposeChange } from '../identity/propose-change.ts'
import type { DuplicatePair } from './duplicates.query.ts'

/** They are two children who only look alike: the pair is not asked about again. */
export async function saidDifferent({ tx, me, now, audit }: Doer, pair: DuplicatePair) {
  const { numUpdatedRows } = await tx
    .updateTable('possible_duplicate')
    .set({ resolved_at: now, resolved_by: me.userId, outcome: 'different children' })
    .where('id', '=', pair.id)
    .where('resolved_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n)
    throw new Refusal('Somebody else has decided about these two since you opened the page')
  for (const childId of [pair.oneId, pair.otherId])
    audit({
      event: 'child.duplicate-resolved',
      subjectKind: 'child',
      subjectId: childId,
      childId,
      detail: { pair: pair.id, outcome: 'different children' },
    })
}

/** They are one child: a second person confirms that the records are joined. */
export const saidSame = (doer: Doer, pair: DuplicatePair, keptId: string, reason: string) =>
  proposeChange(
    doer,
    keptId,
    { kind: 'merge', otherChildId: keptId === pair.oneId ? pair.otherId : pair.oneId },
    reason,
  )
