import { z } from 'zod'
import { isId } from '#domain/ids.ts'
import { recordKinds } from '#features/findings/index.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import { choiceAsked, orderAsked, pageAsked } from '#platform/http/list-query.ts'
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

const usual = { sort: 'level', direction: 'descending' } as const

/** What a list of findings may be asked for. A wrong value is as if it had not been asked. */
export const ListQuery = z.object({
  rule: z
    .string()
    .regex(/^[A-Z]{2,3}-\d{2}$/)
    .or(z.literal(''))
    .catch('')
    .default(''),
  record: choiceAsked(recordKinds),
  level: z
    .enum([...levels, 'grave'])
    .or(z.literal(''))
    .catch('')
    .default(''),
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
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type ListQuery = z.infer<typeof ListQuery>

/** The same list with something changed. */
export const listHref = listHrefs<ListQuery>('/findings', {
  state: 'open',
  ...usual,
})

export const isFiltered = ({ rule, record, level, age, owner, state }: ListQuery) =>
  [rule, record, level, age, owner].some(Boolean) || state !== 'open'
