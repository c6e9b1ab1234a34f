import { Tag, type Tone } from '#govuk/index.ts'
import type { DecisionStatus } from './decision.ts'
import type { MeetingStatus } from './meeting.ts'

// A new status will not compile until it has been given words and a colour here.
const meetings = {
  planned: ['Planned, nobody invited', 'grey'],
  invited: ['Schools invited', 'teal'],
  open: ['Going on', 'purple'],
  held: ['Held, minutes to be agreed', 'yellow'],
  minuted: ['Minutes agreed', 'green'],
  cancelled: ['Cancelled', 'grey'],
} as const satisfies Record<MeetingStatus, readonly [string, Tone]>

export function MeetingTag({ status }: { status: MeetingStatus }) {
  const [words, tone] = meetings[status]
  return <Tag tone={tone}>{words}</Tag>
}

const decisions = {
  recorded: ['Recorded, not issued', 'yellow'],
  issued: ['Issued', 'green'],
  superseded: ['Replaced by a later one', 'grey'],
} as const satisfies Record<DecisionStatus, readonly [string, Tone]>

export function DecisionTag({ status }: { status: DecisionStatus }) {
  const [words, tone] = decisions[status]
  return <Tag tone={tone}>{words}</Tag>
}
