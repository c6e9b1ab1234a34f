import { lifecycle, type StatusOf } from '#domain/lifecycle.ts'

/** A draft is sent or thrown away; what was sent is corrected by another version. The database holds the same table. */
export const reportLifecycle = lifecycle('provider report', {
  draft: { send: 'sent', discard: 'discarded' },
  sent: {},
  discarded: {},
})
export type ReportStatus = StatusOf<typeof reportLifecycle>

export const kindWords = { progress: 'Progress report', incident: 'Incident report' } as const
export type ReportKind = keyof typeof kindWords

/** What a progress report says, in the order of its form and its page. */
export const progressFields = {
  done: ['What did you do?', 'Subjects, projects, trips, work with the child', 4000],
  learning: [
    'What progress did the child make in learning?',
    'Say what shows it, and how you know',
    4000,
  ],
  engagement: ['Engagement and behaviour', 'What goes well, what is hard, what helps', 4000],
  attendance: [
    'Attendance',
    'Drafted from your register. Add what stands behind the numbers',
    2000,
  ],
  next_steps: ['What are the next steps?', '', 4000],
  for_school: ['What should the school do?', 'Leave it empty if there is nothing', 4000],
} as const satisfies Record<string, readonly [label: string, hint: string, most: number]>
export type ProgressField = keyof typeof progressFields

/** What an incident report says in words, besides its day and its questions of yes or no. */
export const incidentFields = {
  place: ['Where did it happen?', 'The room, the yard, on the way', 300],
  account: [
    'What happened, in the order it happened?',
    'What you saw and heard, in plain words. What others told you: say so',
    8000,
  ],
  involved: [
    'Who else was involved?',
    'By their part in it: another pupil, a tutor, a visitor. Name no other child',
    2000,
  ],
  done_at_once: ['What was done at once?', '', 4000],
  injuries: ['Was anybody hurt?', 'Injuries and first aid. If nobody was hurt, write so', 2000],
  follow_up: ['What happens next?', 'What you will do, and what you ask of the school', 4000],
} as const satisfies Record<string, readonly [label: string, hint: string, most: number]>
export type IncidentField = keyof typeof incidentFields

/** Without these nothing is sent; whatever else is asked is marked as optional where it is asked. */
const mustBeSaid: ReadonlySet<string> = new Set([
  'done',
  'learning',
  'place',
  'account',
  'done_at_once',
  'injuries',
])
export const labelAsked = (field: ProgressField | IncidentField, label: string): string =>
  mustBeSaid.has(field) ? label : `${label} (optional)`

/** The three questions, each with what is asked behind yes or no. */
export const incidentQuestions = {
  held: 'Did anybody hold or restrain the child?',
  police: 'Were the police called?',
  carers_told: 'Have the parents or carers been told?',
} as const
export const incidentNotes = {
  held_how: ['How, by whom, for how long, and why was there no other way?', 4000],
  police_note: ['When, and what is their reference?', 500],
  carers_note: ['Who was told, by whom and when? If nobody, why not yet?', 1000],
} as const
