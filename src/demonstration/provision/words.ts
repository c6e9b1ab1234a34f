/** What is written about placements: invented, and about nobody. */
export const purposes = [
  'To come back to lessons by the end of next term, with the mornings in school kept up.',
  'To find out what a week with practical work does for attendance, and to bring it back to school.',
  'To keep learning going while the family gets help, with a return planned from the first day.',
  'To work in a small group until reading and confidence have caught up.',
]
export const objectives = [
  {
    kind: 'personal',
    objective: 'Is there at the start of each session',
    measure: 'Nine of ten sessions on time, in the register',
    baseline: 'Five of ten',
  },
  {
    kind: 'academic',
    objective: 'Reads instructions of a page alone',
    measure: 'The provider’s reading task, each half-term',
    baseline: 'Half a page, with help',
  },
] as const
export const baselines = [
  'Attendance 61% since September; reading age nine years; good with tools.',
  'In lessons for two hours a day at best; strong in mathematics; sleeps badly.',
  'Seven suspensions last year, none this term; writes little and talks well.',
]
export const reviewWords = {
  attainment: 'Two units are finished, and the third has begun.',
  needs: 'Breaks outside help more than anything else.',
  engagement: 'Comes gladly. One bad week, after a death in the family.',
  nextSteps: 'One more morning at school from next half-term, if the bus can be arranged.',
} as const
export const contactWords = [
  'The tutor is content. A coat is needed for the yard.',
  'Spoke at the end of the session; is proud of the bench that is nearly done.',
  'The mother is glad of the mornings. Asked about the bus.',
  'A short week, because of a cold.',
]
export const absences = ['ill', 'appointment', 'agreed by school', 'ill'] as const
export const schoolAnswers = [
  'The place was chosen after two visits. Others were full, or too far for the bus.',
  'Seen on the first day of the placement, and again half-way.',
  'The head of year reads the register each Friday and rings when a session was missed.',
  'The plan has two objectives; both were looked at in the last review.',
]
