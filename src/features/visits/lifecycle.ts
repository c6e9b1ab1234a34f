import { lifecycle, type StatusOf } from '#domain/lifecycle.ts'
import type { Tone } from '#govuk/index.ts'

/** From the day on which it is planned until all commissioners can read it. The database holds the same table. */
export const visitLifecycle = lifecycle('visit', {
  planned: { begin: 'draft', cancel: 'cancelled' },
  draft: { submit: 'submitted', cancel: 'cancelled' },
  submitted: { 'send back': 'draft', moderate: 'moderated' },
  moderated: { publish: 'published' },
  published: {},
  cancelled: {},
})
export type VisitStatus = StatusOf<typeof visitLifecycle>

export const statusWords: Readonly<Record<VisitStatus, { word: string; tone: Tone }>> = {
  planned: { word: 'Planned', tone: 'grey' },
  draft: { word: 'Being written', tone: 'yellow' },
  submitted: { word: 'To be moderated', tone: 'turquoise' },
  moderated: { word: 'Moderated', tone: 'purple' },
  published: { word: 'In the library', tone: 'green' },
  cancelled: { word: 'Cancelled', tone: 'grey' },
}
