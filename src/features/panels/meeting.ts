import { type ActionOf, lifecycle, type StatusOf } from '#domain/lifecycle.ts'

export const meetingLifecycle = lifecycle('meeting', {
  planned: { invite: 'invited', cancel: 'cancelled' },
  invited: { open: 'open', cancel: 'cancelled' },
  open: { hold: 'held' },
  held: { reopen: 'open', agree: 'minuted' },
  minuted: {},
  cancelled: {},
})
export type MeetingStatus = StatusOf<typeof meetingLifecycle>
export type MeetingAction = ActionOf<typeof meetingLifecycle>
