import { momentInWords } from '#domain/london-time.ts'
import type { Tx } from '#platform/database/database.ts'

/** How the provider says it went, newest first: what an end report is written from. */
export const reportsOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('provider_report as report')
    .leftJoin('user_account as person', 'person.id', 'report.sent_by')
    .select(['report.id', 'report.learning', 'report.sent_at', 'person.name as person'])
    .where('report.placement_id', '=', placementId)
    .where('report.kind', '=', 'progress')
    .where('report.status', '=', 'sent')
    .orderBy('report.sent_at', 'desc')
    .execute()

export const reportedBy = ({ person, sent_at }: { person: string | null; sent_at: Date | null }) =>
  `${person ?? 'Somebody'}${sent_at ? `, ${momentInWords(sent_at)}` : ''}`
