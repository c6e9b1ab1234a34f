import { type ActionOf, lifecycle, type StatusOf } from '#domain/lifecycle.ts'
import type { Tone } from '#govuk/index.ts'

/** From a draft to its end. The database holds the same table and refuses other moves. */
export const directionLifecycle = lifecycle('off-site direction', {
  draft: { issue: 'issued', discard: 'discarded' },
  issued: { end: 'ended', revoke: 'revoked' },
  ended: {},
  revoked: {},
  discarded: {},
})
export type DirectionStatus = StatusOf<typeof directionLifecycle>
export type DirectionAction = ActionOf<typeof directionLifecycle>

export const statusWords: Readonly<Record<DirectionStatus, { word: string; tone: Tone }>> = {
  draft: { word: 'Draft', tone: 'grey' },
  issued: { word: 'Issued', tone: 'green' },
  ended: { word: 'Ended', tone: 'grey' },
  revoked: { word: 'Revoked', tone: 'orange' },
  discarded: { word: 'Discarded', tone: 'grey' },
}

/** What the child is directed off-site for: the power is there for the first only (OSD-01). */
export const purposes = {
  'improve-behaviour': 'To improve behaviour',
  health: 'Because of health',
  other: 'For another reason',
} as const
export type Purpose = keyof typeof purposes
export const purposeKeys = ['improve-behaviour', 'health', 'other'] as const
export const isPurpose = (word: string): word is Purpose => Object.hasOwn(purposes, word)

export const decisions = {
  continue: 'The direction goes on as it is',
  change: 'It goes on with changes: end it and issue a new one',
  end: 'The direction ends',
} as const
export const decisionKeys = ['continue', 'change', 'end'] as const

export const askers = { parent: 'A parent', authority: 'The authority (EHCP)' } as const
