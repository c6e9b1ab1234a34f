import { addDays, londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { momentInWords } from '#domain/london-time.ts'
import { Refusal } from '#domain/refusal.ts'
import { addressesOf, authorityCalendar } from '#features/organisations/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import { type Meeting, meetingName, moveMeeting } from './move-meeting.ts'

/** The meeting begins: attendance and decisions are recorded from now on. */
export async function openMeeting(doer: Doer, meeting: Meeting) {
  await moveMeeting(doer, meeting, 'open', { opened_at: doer.now })
  doer.audit({ event: 'meeting.opened', subjectKind: 'meeting', subjectId: meeting.id })
}

/** The meeting ends. Every case on its agenda must have been decided, deferred or taken off. */
export async function holdMeeting(doer: Doer, meeting: Meeting) {
  const left = await doer.tx
    .selectFrom('agenda_item')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('meeting_id', '=', meeting.id)
    .where('status', '=', 'listed')
    .executeTakeFirstOrThrow()
  if (Number(left.count) > 0)
    throw new Refusal(
      `${left.count} of the cases on the agenda have no outcome yet. Decide them, defer them or take them off first.`,
    )
  await moveMeeting(doer, meeting, 'hold', { held_at: doer.now })
  doer.audit({ event: 'meeting.held', subjectKind: 'meeting', subjectId: meeting.id })
}

export async function reopenMeeting(doer: Doer, meeting: Meeting) {
  await moveMeeting(doer, meeting, 'reopen', { held_at: null })
  doer.audit({
    event: 'meeting.opened',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    detail: { again: true },
  })
}

/** Minutes agreed: the pack's window closes five school days later (security 3.2, PANEL_WINDOW). */
export async function agreeMinutes(doer: Doer, meeting: Meeting) {
  if (!meeting.minutes) throw new Refusal('Write the minutes before they are agreed')
  const calendar = await authorityCalendar(doer.tx)
  const closes = calendar.nthAfter(doer.today, 5) ?? addDays(doer.today, 7)
  await moveMeeting(doer, meeting, 'agree', {
    minutes_agreed_at: doer.now,
    minutes_agreed_by: doer.me.userId,
    window_closes_at: new Date(`${closes}T23:59:59Z`),
  })
  doer.audit({ event: 'meeting.minuted', subjectKind: 'meeting', subjectId: meeting.id })
}

export async function saveMinutes({ tx, audit }: Doer, meeting: Meeting, minutes: string) {
  if (!['open', 'held'].includes(meeting.status))
    throw new Refusal(
      'Minutes are written while the meeting is open or after it was held, until they are agreed',
    )
  await tx.updateTable('meeting').set({ minutes }).where('id', '=', meeting.id).execute()
  audit({
    event: 'meeting.changed',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    detail: { fields: ['minutes'] },
  })
}

/** Called off: listed cases go back to those waiting for a panel, and every invited school is told. */
export async function cancelMeeting(doer: Doer, meeting: Meeting, because: string) {
  const { tx, me, now, today, audit } = doer
  await moveMeeting(doer, meeting, 'cancel', {
    cancelled_because: because,
    ics_sequence: meeting.ics_sequence + 1,
  })
  const invitations = await tx
    .selectFrom('invitation')
    .select('school_id')
    .where('meeting_id', '=', meeting.id)
    .execute()
  for (const { school_id } of invitations)
    for (const to of await addressesOf(tx, school_id, ['panel-member'], today))
      await sendMail(tx, {
        kind: 'meeting-cancelled',
        to,
        subject: `Panel meeting ${meetingName(meeting)} is cancelled`,
        body: `The panel meeting on ${momentInWords(meeting.starts_at)} will not take place. Sign in to Onroll to see the next one.`,
        fromOrganisationId: me.organisationId,
      })
  audit({
    event: 'meeting.cancelled',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    detail: { at: now.toISOString() },
  })
}

/** Who was there. A school's row may be corrected; the last word stands, and each change is remembered. */
export async function recordAttendance(
  { tx, me, now, audit }: Doer,
  meeting: Meeting,
  rows: readonly {
    schoolId: string
    name: string
    attended: 'attended' | 'apologies' | 'absent'
  }[],
) {
  if (!['open', 'held'].includes(meeting.status))
    throw new Refusal(
      'Attendance is recorded once the meeting is open, and until its minutes are agreed',
    )
  for (const { schoolId, name, attended } of rows)
    await tx
      .insertInto('meeting_attendance')
      .values({
        id: newId(),
        meeting_id: meeting.id,
        school_id: schoolId,
        name,
        attended,
        recorded_by: me.userId,
        recorded_at: now,
      })
      .onConflict(again =>
        again
          .columns(['meeting_id', 'school_id'])
          .doUpdateSet({ name, attended, recorded_by: me.userId, recorded_at: now }),
      )
      .execute()
  audit({
    event: 'meeting.changed',
    subjectKind: 'meeting',
    subjectId: meeting.id,
    detail: { fields: ['attendance'], day: londonDay(now) },
  })
}
