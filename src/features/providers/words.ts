/** What kind of setting a provider is: which law it stands under follows from it. */
export const kindWords = {
  'non-school': 'Not a school',
  'independent-school': 'Independent school',
  'state-school': 'State-funded school',
  'non-maintained-special-school': 'Non-maintained special school',
  'in-house': 'In-house provision of a school or partnership',
} as const

export const legalFormWords = {
  'sole-trader': 'Sole trader',
  partnership: 'Business partnership',
  company: 'Company',
  charity: 'Charity',
  'community-interest-company': 'Community interest company',
  'public-body': 'Public body',
  other: 'Something else',
} as const

export const registrationWords = {
  registered: 'Registered with the Department for Education as a school',
  applied: 'Has applied to be registered',
  'not registered': 'Not registered, because it need not be',
} as const

/** What a placement can be looked for by. */
export const needWords = {
  behaviour: 'Behaviour',
  'emotional-health': 'Social, emotional and mental health',
  'physical-health': 'Physical health',
  communication: 'Speech, language and communication',
  autism: 'Autism',
  learning: 'Learning difficulties',
  exclusion: 'Permanently excluded, or at risk of it',
  attendance: 'Attendance and school anxiety',
} as const
export type Need = keyof typeof needWords

export const keyStageWords = {
  '1': 'Key stage 1 (5 to 7)',
  '2': 'Key stage 2 (7 to 11)',
  '3': 'Key stage 3 (11 to 14)',
  '4': 'Key stage 4 (14 to 16)',
  '5': 'After 16',
} as const

export const weekdayWords = {
  '1': 'Monday',
  '2': 'Tuesday',
  '3': 'Wednesday',
  '4': 'Thursday',
  '5': 'Friday',
} as const

export const curriculumWords = {
  broad: 'Broad: most of what a school would teach',
  narrow: 'Narrow: one subject or activity, or a few',
} as const

export const wordsOf = (
  words: Readonly<Record<string, string>>,
  values: readonly (string | number)[],
): string => values.map(value => words[value] ?? String(value)).join(', ')

/** How much a word for a state should stand out. The word itself says it. */
export type Tone = 'green' | 'yellow' | 'orange' | 'red' | 'grey' | 'turquoise'
