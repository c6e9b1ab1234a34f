/** What work experience is for: without one of these it is not justified (WEX-01). */
export const goals = {
  reengagement: 'To help the child back to full engagement',
  'post-16-transition': 'Towards employment, education or training after Year 11',
} as const
export const goalKeys = ['reengagement', 'post-16-transition'] as const

/** What makes work experience look like alternative provision (WEX-03). */
export const indicators = {
  'group-activity': 'Several pupils at once, as a group activity',
  tuition: 'Sessions led by a tutor',
  'fee-per-session': 'A fee for each session',
  repeated: 'Repeated, week after week, without an end in sight',
} as const
export const indicatorKeys = ['group-activity', 'tuition', 'fee-per-session', 'repeated'] as const

/** Codes that a school could enter; W is the one for work experience (WEX-05). */
export const codes = {
  W: 'W, work experience',
  B: 'B, educated off site',
  K: 'K, arranged by the authority',
  C2: 'C2, part-time timetable',
} as const
export const codeKeys = ['W', 'B', 'K', 'C2'] as const

export const answered = (answer: boolean | null, yes = 'Yes', no = 'No') =>
  answer === null ? 'Not known' : answer ? yes : no
