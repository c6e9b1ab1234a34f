import type { Tone } from '#govuk/index.ts'
import type { MoveStatus } from './managed-move.ts'

export const statusWords: Record<MoveStatus, { word: string; tone: Tone }> = {
  proposed: { word: 'Proposed', tone: 'turquoise' },
  agreed: { word: 'Agreed by all', tone: 'green' },
  completed: { word: 'Completed', tone: 'grey' },
  refused: { word: 'Refused', tone: 'orange' },
  withdrawn: { word: 'Withdrawn', tone: 'grey' },
}

export const purposeWords = {
  'avoid-permanent-exclusion': 'To avoid a permanent exclusion',
  'fresh-start': 'A fresh start',
  other: 'Another purpose, said in the words',
} as const

/** Words that speak of a trial, unless they say that there is none. */
export const speaksOfTrial = (words: string): boolean =>
  /\b(trial|probation(ary)?|try[- ]?out|on approval)\b/i.test(
    words.replaceAll(
      /\b(no|not an?|without an?|is no|cannot be an?|never an?)\s+(trial|probation(ary)?)( period)?/gi,
      '',
    ),
  )
