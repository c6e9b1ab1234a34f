import { z } from 'zod'
import { isId } from '#domain/ids.ts'
import type { Sort } from '#govuk/index.ts'
import { levels } from '#rules/finding.ts'

export const sortKeys = ['level', 'rule', 'since', 'due', 'case', 'owner'] as const
export type SortKey = (typeof sortKeys)[number]

export const ages = {
  '': 'Any',
  '7': 'A week or more',
  '28': 'Four weeks or more',
  '90': 'Three months or more',
}
export const states = {
  open: 'Open',
  accepted: 'Accepted with a reason',
  past: 'No longer so',
} as const

/** What a list of findings may be asked for. A wrong value is as if it had not been asked. */
export const ListQuery = z.object({
  rule: z
    .string()
    .regex(/^[A-Z]{2,3}-\d{2}$/)
    .or(z.literal(''))
    .catch('')
    .default(''),
  level: z.enum(levels).or(z.literal('')).catch('').default(''),
  age: z
    .enum(Object.keys(ages) as [string, ...string[]])
    .catch('')
    .default(''),
  owner: z
    .string()
    .refine(text => isId(text) || ['', 'me', 'nobody'].includes(text))
    .catch('')
    .default(''),
  state: z.enum(['open', 'accepted', 'past']).catch('open').default('open'),
  sort: z.enum(sortKeys).catch('level').default('level'),
  direction: z.enum(['ascending', 'descending']).catch('descending').default('descending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type ListQuery = z.infer<typeof ListQuery>

const unset: Partial<Record<string, string>> = {
  state: 'open',
  sort: 'level',
  direction: 'descending',
  page: '1',
}

/** The same list with something changed; whatever narrows it starts again at its first page. */
export function listHref(query: ListQuery, change: Partial<ListQuery> = {}, to = '/findings') {
  const asked = Object.entries({ ...query, page: 1, ...change })
    .map(([name, value]) => [name, String(value)] as [string, string])
    .filter(([name, value]) => value !== '' && value !== unset[name])
  const search = new URLSearchParams(asked).toString()
  return search ? `${to}?${search}` : to
}

export const sortOf = ({ sort, direction }: ListQuery): Sort<SortKey> => ({ key: sort, direction })

export const isFiltered = ({ rule, level, age, owner, state }: ListQuery) =>
  [rule, level, age, owner].some(Boolean) || state !== 'open'
