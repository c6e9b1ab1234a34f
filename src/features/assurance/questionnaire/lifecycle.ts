import { lifecycle, type StatusOf } from '#domain/lifecycle.ts'
import type { Tone } from '#govuk/index.ts'

/** From the day on which it is owed until the Virtual School accepts it. The database holds the same table. */
export const questionnaireLifecycle = lifecycle('questionnaire', {
  draft: { return: 'returned', 'set aside': 'not needed' },
  returned: { 'send back': 'sent back', accept: 'accepted' },
  'sent back': { return: 'returned', 'set aside': 'not needed' },
  accepted: {},
  'not needed': {},
})
export type QuestionnaireStatus = StatusOf<typeof questionnaireLifecycle>

export const statusWords: Readonly<Record<QuestionnaireStatus, { word: string; tone: Tone }>> = {
  draft: { word: 'To be answered', tone: 'yellow' },
  returned: { word: 'Returned', tone: 'turquoise' },
  'sent back': { word: 'Sent back', tone: 'orange' },
  accepted: { word: 'Accepted', tone: 'green' },
  'not needed': { word: 'No longer needed', tone: 'grey' },
}

export const sections = ['Choice of provider', 'Monitoring', 'Long-term aims'] as const
export type Section = (typeof sections)[number]

/** Both parts of the assurance, as the Virtual School may be told of them without a form (LAC-05). */
export const toldParts = {
  quality: 'What was done to ensure quality and appropriateness',
  monitoring: 'How progress is followed',
} as const
export type ToldPart = keyof typeof toldParts

export const ratingWords = {
  strong: 'Strong',
  enough: 'Enough',
  'not enough': 'Not enough',
} as const
export type Rating = keyof typeof ratingWords
