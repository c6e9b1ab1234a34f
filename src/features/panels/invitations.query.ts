import type { Tx } from '#platform/database/database.ts'

/** Who was invited, with what shows it: sent, delivered, opened, answered. */
export const invitationsOf = (tx: Tx, meetingId: string) =>
  tx
    .selectFrom('invitation')
    .leftJoin('organisation as school', 'school.id', 'invitation.school_id')
    .leftJoin('message', 'message.id', 'invitation.message_id')
    .leftJoin('meeting_attendance as attendance', join =>
      join
        .onRef('attendance.meeting_id', '=', 'invitation.meeting_id')
        .onRef('attendance.school_id', '=', 'invitation.school_id'),
    )
    .select([
      'invitation.id',
      'invitation.school_id',
      'school.name as school',
      'invitation.sent_at',
      'message.state as delivery',
      'invitation.opened_at',
      'invitation.answer',
      'invitation.attendee_name',
      'invitation.answered_at',
      'attendance.attended',
      'attendance.name as attended_name',
    ])
    .where('invitation.meeting_id', '=', meetingId)
    .orderBy('school.name')
    .execute()
export type Invitation = Awaited<ReturnType<typeof invitationsOf>>[number]

export const answerWords = {
  attending: 'Coming',
  deputy: 'Sending a deputy',
  apologies: 'Apologies',
} as const
