import type { IsoDate } from '#domain/dates.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordPlacementEvent } from '../move-placement.ts'

/** A plan goes with its placement: a draft is discarded, one in force ends. The history says that it followed. */
export async function endPlanWith(doer: Doer, placementId: string, day: IsoDate): Promise<void> {
  const plans = await doer.tx
    .selectFrom('substantial_plan')
    .select(['id', 'status'])
    .where('placement_id', '=', placementId)
    .where('status', 'in', ['draft', 'in force'])
    .execute()
  for (const { id, status } of plans) {
    const draft = status === 'draft'
    await doer.tx
      .updateTable('substantial_plan')
      .set({
        status: draft ? 'discarded' : 'ended',
        ended_on: day,
        ended_because: 'The placement is over.',
      })
      .where('id', '=', id)
      .execute()
    await recordPlacementEvent(
      doer,
      placementId,
      draft ? 'plan discarded' : 'plan ended',
      'The placement is over.',
      { followed: 'the placement' },
    )
  }
}
