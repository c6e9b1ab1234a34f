import type { Tone } from '#govuk/index.ts'
import type { PlacementStatus } from './placement.ts'

export const kinds = {
  'alternative provision': 'Alternative provision',
  tutoring: 'Tutoring',
} as const

/** Every kind in words; work experience is arranged with a host, and is not proposed to a provider. */
export const kindWords: Readonly<Record<string, string>> = {
  ...kinds,
  'work experience': 'Work experience',
}
export const routeWords = (route: string): string =>
  route === 'work experience' ? 'Work experience' : (routes[route as keyof typeof routes] ?? route)

/** Why in law the child may be educated there, and who decided it. */
export const routes = {
  'tier 1': 'Tier 1: support in school',
  'tier 2': 'Tier 2: support from the partnership',
  'tier 3': 'Tier 3: part-time alternative provision',
  'tier 4': 'Tier 4: programme management',
  'off-site direction': 'Off-site direction (Education Act 2002, section 29A)',
  'section 19': 'Arranged by the authority (Education Act 1996, section 19)',
  'managed move': 'Managed move',
  EHCP: 'Specialist provision named in an EHCP',
} as const

/** Under which section the authority arranges it, where it does. */
export const arrangedUnder = {
  s19: 'Education Act 1996, section 19',
  s42: 'Children and Families Act 2014, section 42',
  s61: 'Children and Families Act 2014, section 61',
} as const

export const needs = {
  behaviour: 'Behaviour',
  health: 'Physical or mental health',
  vulnerability: 'Vulnerability',
} as const

export const subjects = {
  english: 'English',
  maths: 'Maths',
  science: 'Science',
  computing: 'Computing',
  art: 'Art and design',
  'design and technology': 'Design and technology',
  geography: 'Geography',
  history: 'History',
  languages: 'Languages',
  music: 'Music',
  'religious education': 'Religious education',
  vocational: 'Vocational',
  'personal development': 'Personal development',
  'physical education': 'Physical education',
} as const

export const pricesPer = {
  session: 'a session',
  day: 'a day',
  week: 'a week',
  term: 'a term',
  placement: 'the whole placement',
} as const

export const statusWords: Readonly<Record<PlacementStatus, { word: string; tone: Tone }>> = {
  proposed: { word: 'Proposed', tone: 'grey' },
  offered: { word: 'Offered', tone: 'turquoise' },
  accepted: { word: 'Accepted', tone: 'teal' },
  declined: { word: 'Declined', tone: 'orange' },
  live: { word: 'Live', tone: 'green' },
  ended: { word: 'Ended', tone: 'grey' },
  'ended early': { word: 'Ended early', tone: 'grey' },
  withdrawn: { word: 'Withdrawn', tone: 'grey' },
}

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const

export const weekdayNamed = (weekday: number): string => weekdays[weekday - 1] ?? ''

/** The keys of a list of words, for a question that offers them. */
export const keysOf = <Words extends Readonly<Record<string, string>>>(words: Words) =>
  Object.keys(words) as [keyof Words & string, ...(keyof Words & string)[]]
