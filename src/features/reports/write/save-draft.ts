import type { Updateable } from 'kysely'
import { Refusal } from '#domain/refusal.ts'
import type { Progress } from '#features/plans/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Tx } from '#platform/database/database.ts'
import type { ProviderReportTable } from '#platform/database/schema.generated.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Report } from '../report.query.ts'

export interface Standing {
  readonly objective: string
  readonly words: string
  /** Null: it was not looked at, whatever an earlier draft said. */
  readonly standing: Progress | null
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
  for (const each of standings) await keepStanding(tx, report.id, each)
}

const keepStanding = (tx: Tx, id: string, { objective, words, standing, note }: Standing) =>
  standing === null
    ? tx
        .updateTable('provider_report_objective')
        .set({ standing, note: null })
        .where('report_id', '=', id)
        .where('objective_id', '=', objective)
        .execute()
    : tx
        .insertInto('provider_report_objective')
        .values({ report_id: id, objective_id: objective, objective: words, standing, note })
        .onConflict(again =>
          again
            .columns(['report_id', 'objective_id'])
            .doUpdateSet({ objective: words, standing, note }),
        )
        .execute()
