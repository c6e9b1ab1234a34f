import { londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { momentInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import { addressesOf, memberSchools } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import { type Meeting, meetingName, moveMeeting } from './move-meeting.ts'

/** Who hears of a meeting at a school: its panel members; failing them its referrers; failing them its mailbox. */
const invited = ['panel-member']
const insteadInvited = ['school-referrer', 'school-dsl']

/**
 * Invites every school that is a member of the partnership on the day of the meeting and has no invitation yet. The
 * invitation and the queued message stand or fall together, so `sent_at` is proof. Returns schools without an address.
 */
export async function inviteSchools(doer: Doer, meeting: Meeting) {
  const { tx, today } = doer
  if (!['planned', 'invited'].includes(meeting.status))
    throw new Refusal(`Schools can no longer be invited: the meeting is ${meeting.status}`)
  const members = await memberSchools(tx, meeting.partnership_id, londonDay(meeting.starts_at))
  if (members.length === 0)
    throw new Refusal(
      'No school is a member of this partnership on that day. Enter the memberships first.',
    )
  const already = await tx
    .selectFrom('invitation')
    .select('school_id')
    .where('meeting_id', '=', meeting.id)
    .execute()
  const done = new Set(already.map(({ school_id }) => school_id))
  const withoutAddress: string[] = []
  let sent = 0
  for (const school of members.filter(({ id }) => !done.has(id))) {
    const people = await addressesOf(tx, school.id, invited, today)
    const instead = people.some(({ userId }) => userId)
      ? people
      : await addressesOf(tx, school.id, insteadInvited, today)
    if (instead.length === 0) withoutAddress.push(school.name)
    else {
      await inviteSchool(doer, meeting, school.id, instead)
      sent += 1
    }
  }
  if (meeting.status === 'planned' && sent > 0) await moveMeeting(doer, meeting, 'invite')
  return { sent, withoutAddress }
}

async function inviteSchool(
  { tx, me, now, audit }: Doer,
  meeting: Meeting,
  schoolId: string,
  to: Awaited<ReturnType<typeof addressesOf>>,
) {
  const invitationId = newId()
  const messages: string[] = []
  for (const address of to)
    messages.push(
      await sendMail(tx, {
        kind: 'invitation',
        to: address,
        subject: `Panel meeting ${meetingName(meeting)}: ${momentInWords(meeting.starts_at)}`,
        body: [
          `Your school is invited to the panel of ${meeting.partnership ?? 'the partnership'} on ${momentInWords(meeting.starts_at)}, at ${meeting.place}.`,
          'Sign in to Onroll to see the papers and to say whether you are coming, sending a deputy, or cannot come.',
          'A school that was notified can be allocated a child at a meeting that it did not attend.',
        ].join('\n\n'),
        fromOrganisationId: me.organisationId,
      }),
    )
  await tx
    .insertInto('invitation')
    .values({
      id: invitationId,
      meeting_id: meeting.id,
      school_id: schoolId,
      message_id: messages[0] ?? null,
      sent_at: now,
      sent_by: me.userId,
    })
    .execute()
  audit({
    event: 'meeting.invited',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    detail: { school: schoolId, messages },
  })
}

/** A school says whether it comes. Answers may change until the meeting is held; each one is remembered. */
export async function answerInvitation(
  { tx, me, now, audit }: Doer,
  meeting: Pick<Meeting, 'id' | 'status'>,
  {
    answer,
    attendeeName,
  }: { answer: 'attending' | 'deputy' | 'apologies'; attendeeName: string | null },
) {
  if (['held', 'minuted', 'cancelled'].includes(meeting.status))
    throw new Refusal(`This meeting is ${meeting.status}: it can no longer be answered`)
  const answered = await tx
    .updateTable('invitation')
    .set({ answer, attendee_name: attendeeName, answered_at: now, answered_by: me.userId })
    .where('meeting_id', '=', meeting.id)
    .where('school_id', '=', me.organisationId)
    .returning('id')
    .executeTakeFirst()
  if (!answered) throw new Refusal('Your school has not been invited to this meeting')
  audit({
    event: 'meeting.answered',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    detail: { answer },
  })
}

/** The first time somebody of the invited school opens the meeting: proof that it was read. */
export const noteOpened = ({ tx, me, now }: Doer, meetingId: string) =>
  tx
    .updateTable('invitation')
    .set({ opened_at: now, opened_by: me.userId })
    .where('meeting_id', '=', meetingId)
    .where('school_id', '=', me.organisationId)
    .where('opened_at', 'is', null)
    .execute()
