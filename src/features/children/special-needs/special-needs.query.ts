import type { Tx } from '#platform/database/database.ts'

export const specialNeedsOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('special_needs as s')
    .leftJoin('user_account as recorder', 'recorder.id', 's.recorded_by')
    .select([
      's.id',
      's.status',
      's.maintaining_authority as maintainingAuthority',
      's.primary_need as primaryNeed',
      's.secondary_need as secondaryNeed',
      's.from_on as fromOn',
      's.to_on as toOn',
      's.source',
      's.version',
      'recorder.name as recordedBy',
      's.recorded_at as recordedAt',
    ])
    .where('s.child_id', '=', childId)
    .orderBy('s.from_on', 'desc')
    .execute()
export type SpecialNeeds = Awaited<ReturnType<typeof specialNeedsOf>>[number]

export const topUpsOf = (tx: Tx, childId: string) =>
  tx
    .selectFrom('top_up as t')
    .leftJoin('user_account as recorder', 'recorder.id', 't.recorded_by')
    .select([
      't.id',
      't.school_year as schoolYear',
      't.amount_pence as amountPence',
      't.from_on as fromOn',
      't.to_on as toOn',
      't.granted_by as grantedBy',
      't.version',
      'recorder.name as recordedBy',
      't.recorded_at as recordedAt',
    ])
    .where('t.child_id', '=', childId)
    .orderBy('t.from_on', 'desc')
    .execute()
export type TopUp = Awaited<ReturnType<typeof topUpsOf>>[number]
