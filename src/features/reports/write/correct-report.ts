import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { objectivesIn, type Report } from '../report.query.ts'

/** Begins the next version as a copy. Two who do so at once get the same one: there is one truth after another. */
export async function correctReport(
  { tx, me, now, audit }: Doer,
  report: Report,
  because: string,
): Promise<{ id: string; begun: boolean }> {
  const id = newId()
  const begun = await tx
    .insertInto('provider_report')
    .values({
      ...wordsOf(report),
      id,
      reference: report.reference,
      number: report.number + 1,
      corrects_id: report.id,
      because,
      placement_id: report.placement_id,
      kind: report.kind,
      by_user: me.userId,
      by_organisation: me.organisationId,
      begun_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (begun.numInsertedOrUpdatedRows !== 1n) return { id: await already(), begun: false }
  for (const each of await objectivesIn(tx, report.id))
    await tx
      .insertInto('provider_report_objective')
      .values({ ...each, report_id: id })
      .execute()
  audit({
    event: 'provider-report.correction-begun',
    subjectKind: 'provider-report',
    subjectId: id,
    childId: report.child_id ?? undefined,
    detail: { corrects: report.id },
  })
  return { id, begun: true }

  async function already() {
    const other = await tx
      .selectFrom('provider_report')
      .select('id')
      .where('corrects_id', '=', report.id)
      .where('status', '=', 'draft')
      .executeTakeFirst()
    if (!other) throw new Refusal('This version has been corrected already. Open the newest one.')
    return other.id
  }
}

const wordsOf = ({
  period_from,
  period_to,
  done,
  learning,
  engagement,
  attendance,
  next_steps,
  for_school,
  happened_on,
  happened_at,
  place,
  account,
  involved,
  done_at_once,
  injuries,
  held,
  held_how,
  police,
  police_note,
  carers_told,
  carers_note,
  follow_up,
  safeguarding,
}: Report) => ({
  period_from,
  period_to,
  done,
  learning,
  engagement,
  attendance,
  next_steps,
  for_school,
  happened_on,
  happened_at,
  place,
  account,
  involved,
  done_at_once,
  injuries,
  held,
  held_how,
  police,
  police_note,
  carers_told,
  carers_note,
  follow_up,
  safeguarding,
})
