import { z } from 'zod'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'
import { oneLine } from '#domain/plain-text.ts'
import { visitLifecycle } from '../lifecycle.ts'

export const pageSize = 50
export const sortKeys = ['day', 'reference', 'provider', 'commissioner', 'status'] as const
export type SortKey = (typeof sortKeys)[number]

/** A day as a browser's own date field sends it, for searching only: anything else narrows nothing. */
const dayAsked = z
  .string()
  .catch('')
  .default('')
  .transform((day): IsoDate | '' => (isIsoDate(day) ? day : ''))
const word = z
  .string()
  .max(100)
  .catch('')
  .default('')
  .transform(text => oneLine(text))

/** What the lists of visits may be asked for. A wrong value is as if it had not been asked. */
export const VisitQuery = z.object({
  q: word,
  provider: z.uuid().or(z.literal('')).catch('').default(''),
  status: z
    .enum(['', ...visitLifecycle.statuses])
    .catch('')
    .default(''),
  by: z.enum(['', 'ours', 'others']).catch('').default(''),
  area: z.enum(['', 'A', 'B', 'C', 'D']).catch('').default(''),
  grade: z.enum(['', 'strong', 'meets', 'developing', 'weak']).catch('').default(''),
  from: dayAsked,
  until: dayAsked,
  sort: z.enum(sortKeys).catch('day').default('day'),
  direction: z.enum(['ascending', 'descending']).catch('descending').default('descending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type VisitQuery = z.infer<typeof VisitQuery>

const unset: Readonly<Record<string, string>> = { sort: 'day', direction: 'descending', page: '1' }

/** The same list with something changed; whatever narrows it starts again at its first page. */
export function listHref(path: string, query: VisitQuery, change: Partial<VisitQuery> = {}) {
  const asked = Object.entries({ ...query, page: 1, ...change })
    .map(([name, value]) => [name, String(value)] as [string, string])
    .filter(([name, value]) => value !== '' && value !== unset[name])
  const search = new URLSearchParams(asked).toString()
  return search ? `${path}?${search}` : path
}

export const isNarrowed = ({
  q,
  provider,
  status,
  by,
  area,
  grade,
  from,
  until,
}: VisitQuery): boolean =>
  [q, provider, status, by, area, grade, from, until].some(value => value !== '')
