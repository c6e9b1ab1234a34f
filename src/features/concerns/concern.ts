import { lifecycle, type StatusOf } from '#domain/lifecycle.ts'
import type { Tone } from '#govuk/index.ts'

/** From raising to its outcome. The database holds the same table. */
export const concernLifecycle = lifecycle('concern', {
  open: { 'look into': 'being looked into', close: 'closed' },
  'being looked into': { close: 'closed' },
  closed: { 'open again': 'open' },
})
export type ConcernStatus = StatusOf<typeof concernLifecycle>

export const statusWords: Readonly<Record<ConcernStatus, { word: string; tone: Tone }>> = {
  open: { word: 'Open', tone: 'orange' },
  'being looked into': { word: 'Being looked into', tone: 'yellow' },
  closed: { word: 'Closed', tone: 'grey' },
}

export const levelWords = {
  serious: { word: 'Serious', tone: 'red' },
  concern: { word: 'Concern', tone: 'orange' },
  note: { word: 'Note', tone: 'turquoise' },
} as const satisfies Record<string, { word: string; tone: Tone }>
export type ConcernLevel = keyof typeof levelWords

export const kindWords = {
  safeguarding: 'Safeguarding',
  'health and safety': 'Health and safety',
  quality: 'Quality of what is taught',
  attendance: 'Attendance and registers',
  registration: 'Registration as a school',
  other: 'Something else',
} as const
export type ConcernKind = keyof typeof kindWords
