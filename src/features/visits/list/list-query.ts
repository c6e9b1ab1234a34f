import { z } from 'zod'
import { type IsoDate, isIsoDate } from '#domain/dates.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import { orderAsked, pageAsked, wordsAsked } from '#platform/http/list-query.ts'
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

const usual = { sort: 'day', direction: 'descending' } as const

/** What the lists of visits may be asked for. A wrong value is as if it had not been asked. */
export const VisitQuery = z.object({
  q: wordsAsked,
  provider: z.uuid().or(z.literal('')).catch('').default(''),
  status: z
    .enum(['', ...visitLifecycle.statuses])
    .catch('')
    .default(''),
  by: z.enum(['', 'ours', 'others']).catch('').default(''),
  area: z.enum(['', 'A', 'B', 'C', 'D']).catch('').default(''),
  grade: z.enum(['', 'strong', 'meets', 'developing', 'weak']).catch('').default(''),
  actions: z.enum(['', 'open', 'overdue']).catch('').default(''),
  from: dayAsked,
  until: dayAsked,
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type VisitQuery = z.infer<typeof VisitQuery>

/** The same list with something changed, on the page of visits or that of the library. */
export const listHref = listHrefs<VisitQuery>('/visits', usual)

export const isNarrowed = ({
  q,
  provider,
  status,
  by,
  area,
  grade,
  actions,
  from,
  until,
}: VisitQuery): boolean =>
  [q, provider, status, by, area, grade, actions, from, until].some(value => value !== '')
