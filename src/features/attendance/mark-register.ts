import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue } from '#platform/jobs.ts'
import type { AbsenceReason } from './attendance-code.ts'
import type { ExpectedSession } from './sessions.query.ts'

export type Said =
  | { readonly mark: 'present' }
  | { readonly mark: 'late'; readonly minutes: number }
  | { readonly mark: 'absent'; readonly reason: AbsenceReason }
  | { readonly mark: 'did not happen' }

/**
 * Marks a session on its day; later, or over another mark, only with a reason why (matrix, row 16). The first mark stays.
 * An absence that nobody can explain is told to the school of roll on the same day, once; so is that it was corrected.
 */
export async function markSession(
  doer: Doer,
  session: ExpectedSession,
  said: Said,
  { because = null, note = null }: { because?: string | null; note?: string | null } = {},
) {
  const { tx, me, now, today, audit } = doer
  const { placementId, childId, day, startsAt, endsAt, mark: standing } = session
  if (day > today) throw new Refusal('That day is still to come. It is marked on the day.')
  if (standing && !because)
    throw new Refusal('This session is marked already. To change it, correct it and say why.')
  if (day < today && !because)
    throw new Refusal(
      `The register of ${dayInWords(day)} should have been returned on the day. Say why it is entered now.`,
    )
  const added = await tx
    .insertInto('register_mark')
    .values({
      id: newId(),
      placement_id: placementId,
      on_day: day,
      starts_at: startsAt,
      ends_at: endsAt,
      happened: said.mark !== 'did not happen',
      mark: said.mark === 'did not happen' ? null : said.mark,
      minutes_late: said.mark === 'late' ? said.minutes : null,
      reason: said.mark === 'absent' ? said.reason : null,
      note,
      corrects_id: standing?.id ?? null,
      because,
      by_user: me.userId,
      by_organisation: me.organisationId,
      at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n)
    throw new Refusal('Somebody has marked this session a moment ago. Reload the page and look.')
  audit({
    event: standing ? 'register.corrected' : 'register.marked',
    subjectKind: 'placement',
    subjectId: placementId,
    childId,
    detail: { day, startsAt, mark: said.mark },
  })
  if (said.mark === 'absent' && said.reason === 'not known') await alertOnce(doer, session)
  else if (standing?.reason === 'not known')
    await enqueue(tx, { name: absenceExplainedName }, { placement: placementId, day })
}

export const absenceAlertName = 'tell-school-of-absence'
export const absenceExplainedName = 'tell-school-absence-is-explained'

async function alertOnce(
  { tx, now }: Pick<Doer, 'tx' | 'now'>,
  { placementId, day, startsAt }: ExpectedSession,
) {
  const noticed = await tx
    .insertInto('register_notice')
    .values({
      placement_id: placementId,
      on_day: day,
      starts_at: startsAt,
      kind: 'absence',
      sent_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  // Whose school it is, the provider does not know: a job that sees it writes to them as soon as this is kept.
  if (noticed.numInsertedOrUpdatedRows === 1n)
    await enqueue(tx, { name: absenceAlertName }, { placement: placementId, day })
}
