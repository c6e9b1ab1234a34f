import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { type MeetingAction, type MeetingStatus, meetingLifecycle } from './meeting.ts'

type Change = Readonly<Record<string, unknown>>

/** Every change of a meeting's status goes through here, and is refused if somebody else moved it first. */
export async function moveMeeting(
  { tx }: Pick<Doer, 'tx'>,
  meeting: { id: string; status: MeetingStatus },
  action: MeetingAction,
  change: Change = {},
) {
  const moved = await tx
    .updateTable('meeting')
    .set({ ...change, status: meetingLifecycle.next(meeting.status, action) })
    .where('id', '=', meeting.id)
    .where('status', '=', meeting.status)
    .returning('id')
    .executeTakeFirst()
  if (!moved)
    throw new Refusal(
      'This meeting has changed since you opened it. Reload the page to see it as it is now.',
    )
}

export async function meetingById({ tx }: Pick<Doer, 'tx'>, id: string) {
  const meeting = await tx
    .selectFrom('meeting')
    .leftJoin('organisation as partnership', 'partnership.id', 'meeting.partnership_id')
    .select([
      'meeting.id',
      'meeting.reference',
      'meeting.partnership_id',
      'partnership.name as partnership',
      'meeting.kind',
      'meeting.status',
      'meeting.starts_at',
      'meeting.ends_at',
      'meeting.place',
      'meeting.papers_by',
      'meeting.chair_name',
      'meeting.cancelled_because',
      'meeting.opened_at',
      'meeting.held_at',
      'meeting.minutes',
      'meeting.minutes_agreed_at',
      'meeting.window_opens_at',
      'meeting.window_closes_at',
      'meeting.ics_sequence',
      'meeting.version',
    ])
    .where('meeting.id', '=', id)
    .executeTakeFirst()
  if (!meeting) throw new NotFound()
  return meeting
}
export type Meeting = Awaited<ReturnType<typeof meetingById>>

/** Said on screen and in mail: PNL-101. */
export const meetingName = ({ reference }: { reference: number }) => `PNL-${reference}`
