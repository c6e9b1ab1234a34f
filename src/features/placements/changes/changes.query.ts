import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import { wantedSchema } from './wanted.ts'

const changes = (tx: Tx) =>
  tx
    .selectFrom('placement_change as change')
    .leftJoin('user_account as asker', 'asker.id', 'change.asked_by')
    .leftJoin('organisation as from', 'from.id', 'change.asked_by_organisation_id')
    .leftJoin('user_account as decider', 'decider.id', 'change.decided_by')
    .selectAll('change')
    .select(['asker.name as asker', 'from.name as asked_from', 'decider.name as decider'])

const read = (row: Awaited<ReturnType<ReturnType<typeof changes>['executeTakeFirstOrThrow']>>) => ({
  ...row,
  wanted: wantedSchema.parse({ ...(row.wanted as object), kind: row.kind }),
})

/** What was asked to be changed in a placement, newest first. */
export const changesOf = async (tx: Tx, placementId: string) =>
  (
    await changes(tx)
      .where('change.placement_id', '=', placementId)
      .orderBy('change.asked_at', 'desc')
      .orderBy('change.id', 'desc')
      .execute()
  ).map(read)
export type Change = Awaited<ReturnType<typeof changesOf>>[number]

export async function changeById(tx: Tx, placementId: string, id: string): Promise<Change> {
  const row = await changes(tx)
    .where('change.id', '=', id)
    .where('change.placement_id', '=', placementId)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return read(row)
}
