import { NotFound } from '#domain/refusal.ts'
import type { Visit } from '#platform/http/visit.ts'
import { reportCalled } from '../report.query.ts'
import type { ReportKind } from '../report.ts'

/**
 * A report that one’s own organisation is writing. One that was sent meanwhile is still found, so that whoever was writing
 * is told so with their words before them.
 */
export async function draftOfOurs(
  { tx, me, params }: Pick<Visit, 'tx' | 'me'> & { readonly params: { readonly report: string } },
  kind?: ReportKind,
) {
  const report = await reportCalled(tx, params.report)
  if (report.by_organisation !== me.organisationId || report.status === 'discarded')
    throw new NotFound()
  if (kind && report.kind !== kind) throw new NotFound()
  return report
}
