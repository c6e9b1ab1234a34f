import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import { visitLifecycle } from '../lifecycle.ts'
import { tellOf } from '../tell/tell.job.ts'
import { answersTo, recordOf, type VisitRow } from '../visit.query.ts'
import { missingOf } from './missing.ts'

type Change = Parameters<typeof visitLifecycle.next>[1]

/** The record is whole, and goes to somebody else to be moderated. From now on it counts (QAV-01, QAV-03). */
export async function submitVisit(doer: Doer, visit: VisitRow): Promise<void> {
  const missing = missingOf(visit, await recordOf(doer.tx, visit.id), doer.today)
  if (missing.length > 0) throw new Refusal(`The visit is not complete. ${missing.join(' ')}`)
  await move(doer, visit, 'submit', { submitted_by: doer.me.userId, submitted_at: doer.now })
  doer.audit({ event: 'visit.submitted', subjectKind: 'visit', subjectId: visit.id })
  await tellOf(doer, visit, 'submitted')
}

/** Another person of quality assurance has read it, and asks for something to be mended. */
export async function sendBackVisit(doer: Doer, visit: VisitRow, words: string): Promise<void> {
  refuseOwn(doer, visit)
  await say(doer, visit, 'sent back', words)
  await move(doer, visit, 'send back', { sent_back_at: doer.now })
  doer.audit({ event: 'visit.sent-back', subjectKind: 'visit', subjectId: visit.id })
  await tellOf(doer, visit, 'sent back')
}

/** Another person of quality assurance stands behind it. The provider may read it, and reply. */
export async function moderateVisit(
  doer: Doer,
  visit: VisitRow,
  words: string | null,
): Promise<void> {
  refuseOwn(doer, visit)
  await say(doer, visit, 'moderated', words)
  await move(doer, visit, 'moderate', { moderated_by: doer.me.userId, moderated_at: doer.now })
  doer.audit({ event: 'visit.moderated', subjectKind: 'visit', subjectId: visit.id })
  await tellOf(doer, visit, 'moderated')
}

/** It goes into the library, with the provider's reply beside it. */
export async function publishVisit(doer: Doer, visit: VisitRow): Promise<void> {
  const { replies } = await answersTo(doer.tx, visit.id)
  await move(doer, visit, 'publish', { published_by: doer.me.userId, published_at: doer.now })
  doer.audit({
    event: 'visit.published',
    subjectKind: 'visit',
    subjectId: visit.id,
    detail: { replies: replies.length },
  })
  await tellOf(doer, visit, 'published')
}

export async function replyToVisit(doer: Doer, visit: VisitRow, reply: string): Promise<void> {
  const { tx, me, now, audit } = doer
  await tx
    .insertInto('visit_reply')
    .values({ id: newId(), visit_id: visit.id, reply, by_user: me.userId, at: now })
    .execute()
  audit({ event: 'visit.replied', subjectKind: 'visit', subjectId: visit.id })
  await tellOf(doer, visit, 'replied')
}

/** A commissioner relies on the published report of another: its own clock starts from the day of the visit (QAV-05). */
export async function adoptVisit(
  { tx, me, now, today, audit }: Doer,
  visit: VisitRow,
  reason: string,
): Promise<void> {
  if (!visit.annual_assessment)
    throw new Refusal('This visit was no annual assessment, so there is none to adopt.')
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('visit_adoption')
    .values({
      visit_id: visit.id,
      commissioner_id: me.organisationId,
      adopted_on: today,
      reason,
      by_user: me.userId,
      at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new Refusal('You have adopted this report already.')
  audit({ event: 'visit.adopted', subjectKind: 'visit', subjectId: visit.id })
}

function refuseOwn({ me }: Doer, { submitted_by }: VisitRow) {
  if (submitted_by === me.userId)
    throw new Refusal('You submitted this report. Somebody else moderates it.')
}

async function say(
  { tx, me, now }: Doer,
  visit: VisitRow,
  outcome: 'sent back' | 'moderated',
  words: string | null,
) {
  await tx
    .insertInto('visit_moderation')
    .values({ id: newId(), visit_id: visit.id, outcome, words, by_user: me.userId, at: now })
    .execute()
}

async function move(
  { tx }: Doer,
  visit: VisitRow,
  change: Change,
  also: Partial<
    Pick<
      VisitRow,
      | 'submitted_by'
      | 'submitted_at'
      | 'moderated_by'
      | 'moderated_at'
      | 'sent_back_at'
      | 'published_by'
      | 'published_at'
    >
  >,
) {
  await changeOne(
    tx
      .updateTable('visit')
      .set({ status: visitLifecycle.next(visit.status, change), ...also })
      .where('id', '=', visit.id)
      .where('version', '=', visit.version),
    'This visit',
  )
}
