import type { Tx } from '#platform/database/database.ts'

/** Who has read this version, and what they answered, in order. */
export const readingsOf = (tx: Tx, reportId: string) =>
  tx
    .selectFrom('provider_report_reading as reading')
    .leftJoin('user_account as person', 'person.id', 'reading.by_user')
    .leftJoin('organisation', 'organisation.id', 'reading.by_organisation')
    .selectAll('reading')
    .select(['person.name as person', 'organisation.name as organisation'])
    .where('reading.report_id', '=', reportId)
    .orderBy('reading.at')
    .orderBy('reading.id')
    .execute()
export type Reading = Awaited<ReturnType<typeof readingsOf>>[number]
