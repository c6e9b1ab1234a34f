import { z } from 'zod'
import { action, type Route } from '#platform/http/page.tsx'
import type { Doer } from '#platform/http/visit.ts'
import { agendaItem, moveItem } from './agenda.ts'
import { type Meeting, meetingById } from './move-meeting.ts'
import { recallPack } from './pack.ts'
import { holdMeeting, openMeeting, reopenMeeting } from './run-meeting.ts'

/** One button of the meeting page: what it does, and what is said when it is done. */
const button = (
  name: 'open' | 'hold' | 'reopen' | 'recall',
  permission: 'meeting.plan' | 'pack.release',
  press: (doer: Doer, meeting: Meeting) => Promise<unknown>,
  said: string,
): Route =>
  action({
    path: `/meetings/:meeting/${name}`,
    permission,
    schema: z.object({}),
    load: visit => meetingById(visit, visit.params.meeting),
    async submit(visit, meeting) {
      await press(visit, meeting)
      visit.flash(said)
      return `/meetings/${meeting.id}`
    },
  })

const mover = (direction: 'up' | 'down'): Route =>
  action({
    path: `/meetings/:meeting/items/:item/${direction}`,
    permission: 'pack.release',
    schema: z.object({}),
    load: visit => agendaItem(visit, visit.params.meeting, visit.params.item),
    async submit(visit, item) {
      await moveItem(visit, item, direction)
      return `/meetings/${item.meeting_id}`
    },
  })

export const meetingButtons: readonly Route[] = [
  button(
    'open',
    'meeting.plan',
    openMeeting,
    'The meeting is open. Record who is there, then decide each case.',
  ),
  button(
    'hold',
    'meeting.plan',
    holdMeeting,
    'The meeting has ended. Write the minutes and have them agreed.',
  ),
  button('reopen', 'meeting.plan', reopenMeeting, 'The meeting is open again.'),
  button(
    'recall',
    'pack.release',
    recallPack,
    'The papers have been taken back. Nobody but you can read them.',
  ),
  mover('up'),
  mover('down'),
]
