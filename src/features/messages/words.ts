import type { Tone } from '#govuk/index.ts'
import type { State } from './messages.query.ts'

/** What became of a message, in words. */
export const stateNames: Record<State, readonly [words: string, tone: Tone]> = {
  queued: ['Waiting', 'yellow'],
  sent: ['Sent', 'green'],
  failed: ['Not delivered', 'red'],
  held: ['Held: no mail server is set up', 'grey'],
}

export const kindInWords = (kind: string) => `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}`
