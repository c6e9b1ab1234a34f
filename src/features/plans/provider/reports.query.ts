import { momentInWords } from '#domain/london-time.ts'
import type { Tx } from '#platform/database/database.ts'

/** What the provider has reported, newest first. */
export const reportsOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('provider_report as report')
    .leftJoin('user_account as person', 'person.id', 'report.by_user')
    .select(['report.id', 'report.report', 'report.at', 'person.name as person'])
    .where('report.placement_id', '=', placementId)
    .orderBy('report.at', 'desc')
    .execute()

export const reportedBy = ({ person, at }: { person: string | null; at: Date }) =>
  `${person ?? 'Somebody'}, ${momentInWords(at)}`
