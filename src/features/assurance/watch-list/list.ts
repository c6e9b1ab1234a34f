import { z } from 'zod'
import { listHrefs } from '#platform/http/list-href.ts'
import { orderAsked, pageAsked } from '#platform/http/list-query.ts'
import type { Watched } from './watch.ts'

export const pageSize = 50
export const sortKeys = ['missing', 'child', 'school', 'provider', 'hours', 'review'] as const
export const shows = {
  all: 'All',
  missing: 'Something is missing',
  overdue: 'Questionnaire overdue',
} as const
export const buyers = {
  school: 'Bought by a school',
  partnership: 'Arranged by a partnership',
} as const

const usual = { sort: 'missing', direction: 'descending' } as const

export const listQuery = z.object({
  show: z.enum(['all', 'missing', 'overdue']).catch('all'),
  buyer: z.enum(['school', 'partnership']).optional().catch(undefined),
  school: z.uuid().optional().catch(undefined),
  provider: z.uuid().optional().catch(undefined),
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type ListQuery = z.infer<typeof listQuery>

/** The same list with something changed. */
export const hrefOf = listHrefs<Partial<ListQuery>>('/watch-list', { show: 'all', ...usual })

/** Narrowed and in order; what is missing most comes first unless another order is asked for. */
export function inList(all: readonly Watched[], query: ListQuery): Watched[] {
  const fits = ({ row, missing }: Watched) =>
    (query.show === 'all' ||
      (query.show === 'missing'
        ? missing.length > 0
        : missing.includes('Questionnaire overdue'))) &&
    (!query.buyer || row.commissioner_kind === query.buyer) &&
    (!query.school || row.school_id === query.school) &&
    (!query.provider || row.provider_id === query.provider)
  const sign = query.direction === 'descending' ? -1 : 1
  const rank = ranks[query.sort]
  return all
    .filter(fits)
    .sort((a, b) => sign * compare(rank(a), rank(b)) || compare(ranks.child(a), ranks.child(b)))
}

const ranks: Readonly<Record<(typeof sortKeys)[number], (each: Watched) => string | number>> = {
  missing: ({ missing }) => missing.length,
  child: ({ row }) => `${row.surname} ${row.forename}`.toLowerCase(),
  school: ({ row }) => row.school ?? '',
  provider: ({ row }) => row.provider,
  hours: ({ row }) => row.minutes ?? -1,
  review: ({ row }) => row.next_review_on ?? '',
}

const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en')

/** The schools or providers that appear, to narrow by. */
export const optionsOf = (
  all: readonly Watched[],
  id: 'school_id' | 'provider_id',
  name: 'school' | 'provider',
): { value: string; text: string }[] =>
  [...new Map(all.map(({ row }) => [row[id], row[name]]))]
    .flatMap(([value, text]) => (value && text ? [{ value, text }] : []))
    .sort((a, b) => a.text.localeCompare(b.text, 'en'))
