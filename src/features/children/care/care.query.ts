import type { Tx } from '#platform/database/database.ts'

export const careOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('care_status as s')
    .leftJoin('user_account as recorder', 'recorder.id', 's.recorded_by')
    .select([
      's.id',
      's.status',
      's.authority',
      's.from_on as fromOn',
      's.to_on as toOn',
      's.social_worker as socialWorker',
      's.virtual_school_contact as virtualSchoolContact',
      's.placed_in_authority as placedInAuthority',
      's.source',
      's.version',
      'recorder.name as recordedBy',
      's.recorded_at as recordedAt',
    ])
    .where('s.child_id', '=', childId)
    .orderBy('s.from_on', 'desc')
    .execute()
export type CareStatus = Awaited<ReturnType<typeof careOf>>[number]
