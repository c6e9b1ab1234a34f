import type { Tx } from '#platform/database/database.ts'

/** The short-term plan of which the provider keeps a copy with the child's papers. */
export const planHeld = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('substantial_plan')
    .select([
      'id',
      'status',
      'purpose',
      'start_on',
      'review_on',
      'end_on',
      'written_on',
      'copy_acknowledged_on',
      'version',
    ])
    .where('placement_id', '=', placementId)
    .where('status', 'in', ['in force', 'lapsed'])
    .orderBy('made_at', 'desc')
    .executeTakeFirst()
export type PlanHeld = NonNullable<Awaited<ReturnType<typeof planHeld>>>
