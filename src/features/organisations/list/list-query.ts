import { z } from 'zod'
import { isId } from '#domain/ids.ts'
import { oneLine } from '#domain/plain-text.ts'
import type { Sort } from '#govuk/index.ts'
import { listHrefs } from '#platform/http/list-href.ts'

export const sortKeys = ['name', 'type', 'partnership', 'town'] as const
export type SortKey = (typeof sortKeys)[number]

const word = (most: number) =>
  z
    .string()
    .max(most)
    .catch('')
    .default('')
    .transform(text => oneLine(text))

/** What a list of organisations may be asked for. A wrong value is as if it had not been asked. */
export const ListQuery = z.object({
  kind: z.enum(['school', 'partnership', 'provider', 'team']).catch('school').default('school'),
  q: word(100),
  partnership: z
    .string()
    .refine(text => isId(text) || text === 'none')
    .or(z.literal(''))
    .catch('')
    .default(''),
  state: z.enum(['open', 'closed', 'all']).catch('open').default('open'),
  type: word(100),
  sort: z.enum(sortKeys).catch('name').default('name'),
  direction: z.enum(['ascending', 'descending']).catch('ascending').default('ascending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type ListQuery = z.infer<typeof ListQuery>

/** The same list with something changed. */
export const listHref = listHrefs<ListQuery>('/organisations', {
  kind: 'school',
  state: 'open',
  sort: 'name',
  direction: 'ascending',
})

export const sortOf = ({ sort, direction }: ListQuery): Sort<SortKey> => ({ key: sort, direction })

export const isFiltered = ({ q, partnership, state, type }: ListQuery) =>
  q !== '' || partnership !== '' || state !== 'open' || type !== ''
