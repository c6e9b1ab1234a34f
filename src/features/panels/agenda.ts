import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { reevaluate } from '#features/findings/index.ts'
import { moveReferral, recordCaseEvent } from '#features/referrals/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { casesToList } from './agenda.query.ts'
import { type Meeting, meetingName } from './move-meeting.ts'

/**
 * Puts cases on the agenda. A case that a finding keeps from the panel (an EHCP, an unfinished admission) is refused
 * with the finding's own words: Co-ordinators' FAQ question 14.
 */
export async function listCases(doer: Doer, meeting: Meeting, referralIds: readonly string[]) {
  const { tx, me, now, audit } = doer
  if (['held', 'minuted', 'cancelled'].includes(meeting.status))
    throw new Refusal(`The agenda is closed: the meeting is ${meeting.status}`)
  const candidates = await casesToList(doer)
  let position = await nextPosition(doer, meeting.id)
  for (const id of referralIds) {
    const referral = candidates.find(candidate => candidate.id === id)
    if (!referral)
      throw new Refusal('One of these cases is no longer waiting for a panel. Reload the page.')
    if (referral.blockedBy)
      throw new Refusal(`R-${referral.reference} cannot go to the panel: ${referral.blockedBy}`)
    await moveReferral(tx, referral, 'list', { waiting_for: 'panel', waiting_since: now })
    await tx
      .insertInto('agenda_item')
      .values({
        id: newId(),
        meeting_id: meeting.id,
        referral_id: id,
        position,
        listed_by: me.userId,
        listed_at: now,
      })
      .execute()
    position += 1
    await recordCaseEvent(doer, id, 'listed', {
      meeting: meetingName(meeting),
      meetingId: meeting.id,
    })
    audit({
      event: 'agenda.changed',
      subjectKind: 'referral',
      subjectId: id,
      childId: referral.child_id ?? undefined,
      detail: { meeting: meeting.id, change: 'listed' },
    })
  }
  await reevaluate(doer, referralIds)
}

async function nextPosition({ tx }: Doer, meetingId: string) {
  const last = await tx
    .selectFrom('agenda_item')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('meeting_id', '=', meetingId)
    .executeTakeFirst()
  return (last?.position ?? 0) + 1
}

export async function agendaItem({ tx }: Pick<Doer, 'tx'>, meetingId: string, itemId: string) {
  const item = await tx
    .selectFrom('agenda_item')
    .leftJoin('referral', 'referral.id', 'agenda_item.referral_id')
    .select([
      'agenda_item.id',
      'agenda_item.meeting_id',
      'agenda_item.referral_id',
      'agenda_item.position',
      'agenda_item.status',
      'agenda_item.presenter',
      'agenda_item.summary',
      'agenda_item.needs_sentence',
      'agenda_item.discussion',
      'agenda_item.version',
      'referral.reference',
      'referral.status as referral_status',
      'referral.version as referral_version',
      'referral.kind',
      'referral.child_id',
    ])
    .where('agenda_item.id', '=', itemId)
    .where('agenda_item.meeting_id', '=', meetingId)
    .executeTakeFirst()
  if (!item) throw new NotFound()
  return item
}
export type AgendaItem = Awaited<ReturnType<typeof agendaItem>>

/** Off this agenda, back among those waiting for a panel: taken off before the meeting, or deferred at it. */
export async function takeOff(
  doer: Doer,
  item: AgendaItem,
  how: 'withdrawn' | 'deferred',
  because: string,
) {
  const { tx, audit } = doer
  if (item.status !== 'listed') throw new Refusal('This case is no longer open on this agenda')
  await tx
    .updateTable('agenda_item')
    .set({ status: how, withdrawn_because: because })
    .where('id', '=', item.id)
    .where('status', '=', 'listed')
    .execute()
  if (item.referral_status === 'listed')
    await moveReferral(
      tx,
      { id: item.referral_id, status: 'listed', version: item.referral_version ?? 0 },
      'defer',
      { waiting_for: 'us', waiting_since: doer.now },
    )
  await recordCaseEvent(
    doer,
    item.referral_id,
    how === 'deferred' ? 'deferred' : 'taken off the agenda',
    { because },
  )
  audit({
    event: 'agenda.changed',
    subjectKind: 'referral',
    subjectId: item.referral_id,
    childId: item.child_id ?? undefined,
    detail: { meeting: item.meeting_id, change: how },
  })
  await reevaluate(doer, [item.referral_id])
}

/** One place up or down: swaps with its neighbour. */
export async function moveItem({ tx, audit }: Doer, item: AgendaItem, direction: 'up' | 'down') {
  const neighbour = await tx
    .selectFrom('agenda_item')
    .select(['id', 'position'])
    .where('meeting_id', '=', item.meeting_id)
    .where('status', '<>', 'withdrawn')
    .where('position', direction === 'up' ? '<' : '>', item.position)
    .orderBy('position', direction === 'up' ? 'desc' : 'asc')
    .executeTakeFirst()
  if (!neighbour) return
  await tx
    .updateTable('agenda_item')
    .set({ position: neighbour.position })
    .where('id', '=', item.id)
    .execute()
  await tx
    .updateTable('agenda_item')
    .set({ position: item.position })
    .where('id', '=', neighbour.id)
    .execute()
  audit({
    event: 'agenda.changed',
    subjectKind: 'meeting',
    subjectId: item.meeting_id,
    detail: { change: 'order' },
  })
}
