import { z } from 'zod'
import { listHrefs } from '#platform/http/list-href.ts'
import { choiceAsked, orderAsked, pageAsked, wordsAsked } from '#platform/http/list-query.ts'
import {
  type ConcernKind,
  type ConcernLevel,
  type ConcernStatus,
  kindWords,
  levelWords,
  statusWords,
} from './concern.ts'

export const sortKeys = ['raised', 'level', 'provider', 'status'] as const
export type SortKey = (typeof sortKeys)[number]

const shown = { 'not closed': 'Not closed', all: 'All' } as const
export const statusChoices: Readonly<Record<ConcernStatus | keyof typeof shown, string>> = {
  ...shown,
  open: statusWords.open.word,
  'being looked into': statusWords['being looked into'].word,
  closed: statusWords.closed.word,
}

const usual = { sort: 'raised', direction: 'descending' } as const

/** What the list of concerns may be asked for. A wrong value is as if it had not been asked. */
export const ConcernsQuery = z.object({
  q: wordsAsked,
  status: z
    .custom<keyof typeof statusChoices>(
      asked => typeof asked === 'string' && asked in statusChoices,
    )
    .catch('not closed')
    .default('not closed'),
  level: choiceAsked<ConcernLevel>(levelWords),
  kind: choiceAsked<ConcernKind>(kindWords),
  provider: z
    .union([z.uuid(), z.literal('')])
    .catch('')
    .default(''),
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type ConcernsQuery = z.infer<typeof ConcernsQuery>

/** The same list with something changed. */
export const concernsHref = listHrefs<ConcernsQuery>('/concerns', {
  status: 'not closed',
  ...usual,
})

export const isNarrowed = ({ q, status, level, kind, provider }: ConcernsQuery) =>
  status !== 'not closed' || [q, level, kind, provider].some(value => value !== '')
