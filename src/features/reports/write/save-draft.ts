import type { Updateable } from 'kysely'
import { Refusal } from '#domain/refusal.ts'
import type { Progress } from '#features/plans/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { ProviderReportTable } from '#platform/database/schema.generated.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Report } from '../report.query.ts'

export interface Standing {
  readonly objective: string
  readonly words: string
  readonly standing: Progress
  readonly note: string | null
}

export type ReportWords = Updateable<ProviderReportTable>

/** Keeps what is written so far. Somebody who was quicker wins, and the other is told. */
export async function saveDraft(
  { tx }: Pick<Doer, 'tx'>,
  report: Pick<Report, 'id' | 'status' | 'version'>,
  words: ReportWords,
  standings: readonly Standing[] = [],
) {
  if (report.status !== 'draft')
    throw new Refusal(
      'This report was sent meanwhile, and stays as it is. Correct it, and say why.',
    )
  await changeOne(
    tx
      .updateTable('provider_report')
      .set(words)
      .where('id', '=', report.id)
      .where('version', '=', report.version),
    'This report',
  )
  for (const { objective, words: text, standing, note } of standings)
    await tx
      .insertInto('provider_report_objective')
      .values({ report_id: report.id, objective_id: objective, objective: text, standing, note })
      .onConflict(again =>
        again
          .columns(['report_id', 'objective_id'])
          .doUpdateSet({ objective: text, standing, note }),
      )
      .execute()
}
