import { z } from 'zod'
import { listHrefs } from '#platform/http/list-href.ts'
import { choiceAsked, orderAsked, pageAsked, wordsAsked } from '#platform/http/list-query.ts'
import { type DocumentState, isOpen, stateWords } from '../document-state.ts'
import { evidenceKinds } from '../documents.ts'
import type { DocumentAcross } from './across.query.ts'

export const sortKeys = ['state', 'provider', 'document', 'until', 'seen'] as const
export type SortKey = (typeof sortKeys)[number]

/** Asked for before anything else is: what somebody has to do something about. */
export const stateChoices: Readonly<Record<DocumentState | 'to act on' | 'all', string>> = {
  'to act on': 'Missing, out of date, without a file, or running out',
  all: 'All',
  missing: stateWords.missing.word,
  expired: stateWords.expired.word,
  'without a file': stateWords['without a file'].word,
  expiring: stateWords.expiring.word,
  'in date': stateWords['in date'].word,
  stated: stateWords.stated.word,
  'does not apply': stateWords['does not apply'].word,
}
export const documentTitles: Readonly<Record<string, string>> = Object.fromEntries(
  evidenceKinds.map(({ id, title }) => [id, title]),
)

const usual = { sort: 'state', direction: 'ascending' } as const

/** What the list of documents may be asked for. A wrong value is as if it had not been asked. */
export const AcrossQuery = z.object({
  q: wordsAsked,
  document: choiceAsked(documentTitles),
  state: z
    .custom<keyof typeof stateChoices>(asked => typeof asked === 'string' && asked in stateChoices)
    .catch('to act on')
    .default('to act on'),
  used: z.enum(['yes', '']).catch('').default(''),
  unseen: z.enum(['yes', '']).catch('').default(''),
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type AcrossQuery = z.infer<typeof AcrossQuery>

/** The same list with something changed. */
export const acrossHref = listHrefs<AcrossQuery>('/providers/documents', {
  state: 'to act on',
  ...usual,
})

export const isNarrowed = ({ q, document, state, used, unseen }: AcrossQuery): boolean =>
  state !== 'to act on' || [q, document, used, unseen].some(value => value !== '')

/** The documents that were asked for, in the order that was asked for. */
export function inOrder(rows: readonly DocumentAcross[], query: AcrossQuery): DocumentAcross[] {
  const turn = query.direction === 'ascending' ? 1 : -1
  const name = query.q.toLowerCase()
  return rows
    .filter(
      row =>
        row.provider.toLowerCase().includes(name) &&
        (query.document === '' || row.kind.id === query.document) &&
        fits(row.state, query.state) &&
        (query.used === '' || row.used) &&
        (query.unseen === '' || isUnseen(row)),
    )
    .sort((a, b) => turn * compare(a, b, query.sort) || inUsualOrder(a, b))
}

/** There to be looked at, and we have not, in the version that stands. */
export const isUnseen = ({ state, seenOn, seenBefore }: DocumentAcross): boolean =>
  state !== 'missing' && state !== 'does not apply' && (seenOn === null || seenBefore)

const fits = (state: DocumentState, asked: AcrossQuery['state']): boolean =>
  asked === 'all' ||
  (asked === 'to act on' ? isOpen(state) || state === 'expiring' : state === asked)

const gravest = Object.keys({
  expired: 1,
  missing: 2,
  'without a file': 3,
  expiring: 4,
  stated: 5,
  'in date': 6,
  'does not apply': 7,
} satisfies Record<DocumentState, number>)

const inUsualOrder = (a: DocumentAcross, b: DocumentAcross): number =>
  compare(a, b, 'state') || compare(a, b, 'until') || compare(a, b, 'provider')

function compare(a: DocumentAcross, b: DocumentAcross, sort: SortKey): number {
  if (sort === 'provider') return a.provider.localeCompare(b.provider, 'en-GB')
  if (sort === 'document') return a.kind.title.localeCompare(b.kind.title, 'en-GB')
  // Where a child goes comes before where none does.
  if (sort === 'state')
    return Number(b.used) - Number(a.used) || gravest.indexOf(a.state) - gravest.indexOf(b.state)
  // What has no day stands last.
  const [one, other] =
    sort === 'until' ? [a.expiresOn ?? '9', b.expiresOn ?? '9'] : [a.seenOn ?? '', b.seenOn ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}
