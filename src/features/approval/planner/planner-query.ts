import { z } from 'zod'
import { oneLine } from '#domain/plain-text.ts'
import type { Sort } from '#govuk/index.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import { type Gap, gapWords } from './gaps.ts'
import type { Planned } from './planner.query.ts'

export const sortKeys = ['points', 'name', 'visited'] as const
export type SortKey = (typeof sortKeys)[number]

/** What the planner may be asked for. A wrong value is as if it had not been asked. */
export const PlannerQuery = z.object({
  q: z
    .string()
    .max(100)
    .catch('')
    .default('')
    .transform(text => oneLine(text)),
  gap: z
    .custom<Gap | ''>(asked => asked === '' || (typeof asked === 'string' && asked in gapWords))
    .catch('')
    .default(''),
  used: z.enum(['yes', '']).catch('').default(''),
  sort: z.enum(sortKeys).catch('points').default('points'),
  direction: z.enum(['ascending', 'descending']).catch('descending').default('descending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type PlannerQuery = z.infer<typeof PlannerQuery>

/** The same list with something changed. */
export const plannerHref = listHrefs<PlannerQuery>('/visit-planner', {
  sort: 'points',
  direction: 'descending',
})

export const sortOf = ({ sort, direction }: PlannerQuery): Sort<SortKey> => ({
  key: sort,
  direction,
})

/** The providers that were asked for, in the order that was asked for. */
export function inOrder(rows: readonly Planned[], query: PlannerQuery): Planned[] {
  const turn = query.direction === 'ascending' ? 1 : -1
  const name = query.q.toLowerCase()
  return rows
    .filter(
      row =>
        row.name.toLowerCase().includes(name) &&
        (query.gap === '' || row.steps.some(({ gap }) => gap === query.gap)) &&
        (query.used === '' || row.weUse),
    )
    .sort((a, b) => turn * compare(a, b, query.sort) || a.name.localeCompare(b.name, 'en-GB'))
}

function compare(a: Planned, b: Planned, sort: SortKey): number {
  if (sort === 'points') return a.points - b.points
  if (sort === 'name') return a.name.localeCompare(b.name, 'en-GB')
  const [one, other] = [a.lastVisited ?? '', b.lastVisited ?? '']
  return one < other ? -1 : one > other ? 1 : 0
}
