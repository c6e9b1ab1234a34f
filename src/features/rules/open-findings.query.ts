import { recordedFindings } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Me } from '#platform/sessions.ts'

/** How many open findings this rule causes among the records that the reader may see, and the longest standing of them. */
export async function openFindingsOf(tx: Tx, me: Me, rule: string) {
  const rows = await recordedFindings(tx, me)
    .select(eb => eb.fn.countAll<number>().over().as('total'))
    .where('finding.rule', '=', rule)
    .where('finding.superseded_at', 'is', null)
    .where('finding.accepted_at', 'is', null)
    .orderBy('finding.since')
    .orderBy('finding.id')
    .limit(10)
    .execute()
  return { total: Number(rows[0]?.total ?? 0), findings: rows }
}
export type OpenFindings = Awaited<ReturnType<typeof openFindingsOf>>
