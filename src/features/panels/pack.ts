import { createHash } from 'node:crypto'
import { addDays, londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { momentInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import { addressesOf } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import { detectInterests } from './interests.ts'
import { type Meeting, meetingName } from './move-meeting.ts'
import { packContent } from './pack-content.query.ts'

/**
 * Freezes what invited members may read: a snapshot of chosen fields for each case, never the live record. A newer
 * pack takes the place of the older one, which nobody but the co-ordinator can read from that moment on.
 */
export async function releasePack(
  doer: Doer,
  meeting: Meeting,
): Promise<{ number: number; items: number }> {
  const { tx, me, now, today, audit } = doer
  if (!['invited', 'open'].includes(meeting.status))
    throw new Refusal('Invite the schools first: a pack is read by invited members only')
  await detectInterests(doer, meeting.id)
  const items = await packContent(doer, meeting.id)
  if (items.length === 0) throw new Refusal('There is no case on the agenda yet')
  const before = await tx
    .selectFrom('pack')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst()
  await tx
    .updateTable('pack')
    .set({ superseded_at: now })
    .where('meeting_id', '=', meeting.id)
    .where('superseded_at', 'is', null)
    .execute()
  const id = newId()
  const number = (before?.number ?? 0) + 1
  await tx
    .insertInto('pack')
    .values({ id, meeting_id: meeting.id, number, released_at: now, released_by: me.userId })
    .execute()
  for (const { agendaItemId, content } of items) {
    const text = JSON.stringify(content)
    await tx
      .insertInto('pack_item')
      .values({
        id: newId(),
        pack_id: id,
        agenda_item_id: agendaItemId,
        content: text,
        hash: createHash('sha256').update(text).digest('hex'),
      })
      .execute()
  }
  await openWindow(doer, meeting)
  audit({
    event: 'pack.released',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    detail: { pack: id, number, items: items.length },
  })
  await tellMembers(doer, meeting, number, today)
  return { number, items: items.length }
}

/** Readable from now until a week after the meeting; agreeing the minutes sets the end exactly. */
const openWindow = ({ tx, now }: Doer, meeting: Meeting) =>
  tx
    .updateTable('meeting')
    .set({
      window_opens_at: meeting.window_opens_at ?? now,
      window_closes_at:
        meeting.window_closes_at ??
        new Date(`${addDays(londonDay(meeting.ends_at), 14)}T23:59:59Z`),
    })
    .where('id', '=', meeting.id)
    .execute()

async function tellMembers(
  { tx, me }: Doer,
  meeting: Meeting,
  number: number,
  today: Parameters<typeof addressesOf>[3],
) {
  const invitations = await tx
    .selectFrom('invitation')
    .select('school_id')
    .where('meeting_id', '=', meeting.id)
    .where('withdrawn_at', 'is', null)
    .execute()
  for (const { school_id } of invitations)
    for (const to of await addressesOf(tx, school_id, ['panel-member'], today))
      await sendMail(tx, {
        kind: 'pack-released',
        to,
        subject: `Papers for panel meeting ${meetingName(meeting)}${number > 1 ? ` (version ${number})` : ''}`,
        body: `The papers for the panel on ${momentInWords(meeting.starts_at)} can be read in Onroll by invited members. Sign in to read them; they are not attached.`,
        fromOrganisationId: me.organisationId,
      })
}

/** Takes the pack back at once: from the next request on nobody but the co-ordinator reads it. */
export async function recallPack({ tx, now, audit }: Doer, meeting: Meeting) {
  const recalled = await tx
    .updateTable('pack')
    .set({ recalled_at: now })
    .where('meeting_id', '=', meeting.id)
    .where('superseded_at', 'is', null)
    .where('recalled_at', 'is', null)
    .returning('id')
    .execute()
  if (recalled.length === 0) throw new Refusal('There is no released pack to take back')
  audit({ event: 'pack.recalled', subjectKind: 'meeting', subjectId: meeting.id })
}
