import type { Tx } from '#platform/database/database.ts'
import { nameOf, type Report } from '../report.query.ts'

/** What is for safeguarding leads alone, of every version of a report, the newest first. Row-level security decides. */
export const partsOf = async (tx: Tx, { reference }: Pick<Report, 'reference'>) =>
  (
    await tx
      .selectFrom('provider_report_safeguarding as part')
      .innerJoin('provider_report as report', 'report.id', 'part.report_id')
      .leftJoin('user_account as author', 'author.id', 'part.by_user')
      .selectAll('part')
      .select(['report.reference', 'report.number', 'report.status', 'author.name as author'])
      .where('report.reference', '=', reference)
      .where('report.status', '<>', 'discarded')
      .orderBy('report.number', 'desc')
      .orderBy('part.at', 'desc')
      .execute()
  ).map(row => ({ ...row, name: nameOf(row) }))
export type Part = Awaited<ReturnType<typeof partsOf>>[number]

/** May the reader open such a part of this report? Without reading it. */
export const isPartOpen = async (tx: Tx, { reference }: Pick<Report, 'reference'>) =>
  (await tx
    .selectFrom('provider_report_safeguarding as part')
    .innerJoin('provider_report as report', 'report.id', 'part.report_id')
    .select('part.id')
    .where('report.reference', '=', reference)
    .where('report.status', '<>', 'discarded')
    .executeTakeFirst()) !== undefined
