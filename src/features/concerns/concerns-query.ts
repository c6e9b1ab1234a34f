import { z } from 'zod'
import { oneLine } from '#domain/plain-text.ts'
import type { Sort } from '#govuk/index.ts'
import { listHrefs } from '#platform/http/list-href.ts'
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

const oneOf = <T extends string>(words: Readonly<Record<T, unknown>>) =>
  z
    .custom<T | ''>(asked => asked === '' || (typeof asked === 'string' && asked in words))
    .catch('')
    .default('')

const shown = { 'not closed': 'Not closed', all: 'All' } as const
export const statusChoices: Readonly<Record<ConcernStatus | keyof typeof shown, string>> = {
  ...shown,
  open: statusWords.open.word,
  'being looked into': statusWords['being looked into'].word,
  closed: statusWords.closed.word,
}

/** What the list of concerns may be asked for. A wrong value is as if it had not been asked. */
export const ConcernsQuery = z.object({
  q: z
    .string()
    .max(100)
    .catch('')
    .default('')
    .transform(text => oneLine(text)),
  status: z
    .custom<keyof typeof statusChoices>(
      asked => typeof asked === 'string' && asked in statusChoices,
    )
    .catch('not closed')
    .default('not closed'),
  level: oneOf<ConcernLevel>(levelWords),
  kind: oneOf<ConcernKind>(kindWords),
  provider: z
    .union([z.uuid(), z.literal('')])
    .catch('')
    .default(''),
  sort: z.enum(sortKeys).catch('raised').default('raised'),
  direction: z.enum(['ascending', 'descending']).catch('descending').default('descending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type ConcernsQuery = z.infer<typeof ConcernsQuery>

/** The same list with something changed. */
export const concernsHref = listHrefs<ConcernsQuery>('/concerns', {
  status: 'not closed',
  sort: 'raised',
  direction: 'descending',
})

export const sortOf = ({ sort, direction }: ConcernsQuery): Sort<SortKey> => ({
  key: sort,
  direction,
})

export const isNarrowed = ({ q, status, level, kind, provider }: ConcernsQuery) =>
  status !== 'not closed' || [q, level, kind, provider].some(value => value !== '')
