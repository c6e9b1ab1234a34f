import { addDays, type IsoDate, laterOf } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Placement } from '#features/placements/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { ReportKind } from '../report.ts'
import { attendanceInWords } from './attendance-in-words.ts'

const usual = 42

/** Begins a report, or goes on with the one that this person began: two presses of a button are one report. */
export async function beginReport(
  doer: Doer,
  placement: Placement,
  kind: ReportKind,
): Promise<string> {
  const { tx, me, now, today, audit } = doer
  const begun = await tx
    .selectFrom('provider_report')
    .select('id')
    .where('placement_id', '=', placement.id)
    .where('kind', '=', kind)
    .where('status', '=', 'draft')
    .where('by_user', '=', me.userId)
    .where('corrects_id', 'is', null)
    .executeTakeFirst()
  if (begun) return begun.id
  const id = newId()
  await tx
    .insertInto('provider_report')
    .values({
      id,
      placement_id: placement.id,
      kind,
      ...(kind === 'incident' ? { happened_on: today } : await timeOf(tx, placement, today)),
      by_user: me.userId,
      by_organisation: me.organisationId,
      begun_at: now,
    })
    .execute()
  audit({
    event: 'provider-report.begun',
    subjectKind: 'provider-report',
    subjectId: id,
    childId: placement.child_id,
    detail: { kind },
  })
  return id
}

/** From the day after the last report, or from the start, at most six weeks back; with what the register says of it. */
async function timeOf(tx: Tx, placement: Placement, today: IsoDate) {
  const last = await tx
    .selectFrom('provider_report')
    .select('period_to')
    .where('placement_id', '=', placement.id)
    .where('kind', '=', 'progress')
    .where('status', '=', 'sent')
    .orderBy('period_to', 'desc')
    .executeTakeFirst()
  const to = placement.ended_on && placement.ended_on < today ? placement.ended_on : today
  const start = placement.started_on ?? to
  const since = last?.period_to ? addDays(last.period_to, 1) : laterOf(start, addDays(to, -usual))
  const from = since > to ? to : since
  return {
    period_from: from,
    period_to: to,
    attendance: await attendanceInWords(tx, placement.id, from, to),
  }
}
