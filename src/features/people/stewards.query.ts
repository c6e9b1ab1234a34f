import { londonDay } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'

/** The data stewards of a day, as a job tells them something. */
export const stewards = (tx: Tx, now: Date) =>
  tx
    .selectFrom('membership as m')
    .innerJoin('user_account as u', 'u.id', 'm.user_id')
    .select(['u.id', 'u.email'])
    .distinct()
    .where('m.role', '=', 'data-steward')
    .where('u.ended_at', 'is', null)
    .where('m.valid_from', '<=', londonDay(now))
    .where(at => at.or([at('m.valid_to', 'is', null), at('m.valid_to', '>=', londonDay(now))]))
    .execute()
