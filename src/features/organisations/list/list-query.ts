import { z } from 'zod'
import { isId } from '#domain/ids.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import { orderAsked, pageAsked, wordsAsked } from '#platform/http/list-query.ts'

export const sortKeys = ['name', 'type', 'partnership', 'town'] as const
export type SortKey = (typeof sortKeys)[number]

const usual = { sort: 'name', direction: 'ascending' } as const

/** What a list of organisations may be asked for. A wrong value is as if it had not been asked. */
export const ListQuery = z.object({
  kind: z.enum(['school', 'partnership', 'provider', 'team']).catch('school').default('school'),
  q: wordsAsked,
  partnership: z
    .string()
    .refine(text => isId(text) || text === 'none')
    .or(z.literal(''))
    .catch('')
    .default(''),
  state: z.enum(['open', 'closed', 'all']).catch('open').default('open'),
  type: wordsAsked,
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type ListQuery = z.infer<typeof ListQuery>

/** The same list with something changed. */
export const listHref = listHrefs<ListQuery>('/organisations', {
  kind: 'school',
  state: 'open',
  ...usual,
})

export const isFiltered = ({ q, partnership, state, type }: ListQuery) =>
  q !== '' || partnership !== '' || state !== 'open' || type !== ''
