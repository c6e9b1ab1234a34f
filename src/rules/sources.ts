import type { IsoDate } from '#domain/dates.ts'
import type { Standing } from './finding.ts'

/** A document that rules rest on. `readAs` says how we know it: few of the acts were read in the original. */
export type SourceDocument = {
  readonly id: string
  readonly title: string
  readonly standing: Standing
  readonly inForceFrom?: IsoDate
  readonly address?: string
  readonly readAs?: 'primary text' | 'secondary source' | 'general knowledge'
}

/** One place in a document, with a few of its own words where they decide the reading. */
export type Source = {
  readonly document: SourceDocument
  readonly place?: string
  readonly quote?: string
}

export const cite = (document: SourceDocument, place?: string, quote?: string): Source => ({
  document,
  ...(place === undefined ? {} : { place }),
  ...(quote === undefined ? {} : { quote }),
})

export const faq: SourceDocument = {
  id: 'F',
  title: 'The Co-ordinators’ FAQ',
  standing: 'local-agreement',
  readAs: 'primary text',
}

export const pack: SourceDocument = {
  id: 'V',
  title: 'The Virtual School pack',
  standing: 'council-expectation',
  readAs: 'primary text',
}

export const ourDesign: SourceDocument = {
  id: 'D',
  title: 'Onroll’s own default',
  standing: 'design',
  readAs: 'primary text',
}
