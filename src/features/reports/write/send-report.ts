import { may } from '#domain/permissions.ts'
import { recordPlacementEvent } from '#features/placements/index.ts'
import { noteProgress } from '#features/plans/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue } from '#platform/jobs.ts'
import { objectivesIn, type Report } from '../report.query.ts'
import { reportLifecycle } from '../report.ts'
import { tellOfReportName } from '../tell.job.ts'

/** Sends it: from now on it stays as it is, and those who answer for the child read it. */
export async function sendReport(doer: Doer, report: Report) {
  const { tx, me, now, audit } = doer
  await move(doer, report, 'send', { sent_by: me.userId, sent_at: now })
  await notePlan(doer, report)
  // That it reported, and not what: more people read a placement than its reports.
  await recordPlacementEvent(doer, report.placement_id, 'provider reported')
  audit({ ...about(report), event: 'provider-report.sent', detail: { kind: report.kind } })
  await enqueue(
    tx,
    { name: tellOfReportName },
    { report: report.id },
    { key: `provider report ${report.id}` },
  )
}

/** A draft that nobody needs; it stays where nobody looks. */
export async function discardReport(doer: Doer, report: Report) {
  await move(doer, report, 'discard', {})
  doer.audit({ ...about(report), event: 'provider-report.discarded' })
}

async function move(
  { tx }: Doer,
  report: Report,
  deed: 'send' | 'discard',
  more: { readonly sent_by?: string; readonly sent_at?: Date },
) {
  await changeOne(
    tx
      .updateTable('provider_report')
      .set({ ...more, status: reportLifecycle.next(report.status, deed) })
      .where('id', '=', report.id)
      .where('version', '=', report.version),
    'This report',
  )
}

/** What it says of the objectives stands in the plan too, where it differs from the version before. */
async function notePlan(doer: Doer, report: Report) {
  if (!report.child_id || !may(doer.me, 'progress.note')) return
  const before = report.corrects_id ? await objectivesIn(doer.tx, report.corrects_id) : []
  for (const each of await objectivesIn(doer.tx, report.id)) {
    const same = before.some(
      old =>
        old.objective_id === each.objective_id &&
        old.standing === each.standing &&
        old.note === each.note,
    )
    if (!same)
      await noteProgress(
        doer,
        { id: report.placement_id, child_id: report.child_id },
        each.objective_id,
        { standing: each.standing, note: each.note },
      )
  }
}

const about = (report: Report) => ({
  subjectKind: 'provider-report',
  subjectId: report.id,
  childId: report.child_id ?? undefined,
})
