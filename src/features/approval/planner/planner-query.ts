import { z } from 'zod'
import { listHrefs } from '#platform/http/list-href.ts'
import { choiceAsked, orderAsked, pageAsked, wordsAsked } from '#platform/http/list-query.ts'
import { type Gap, gapWords } from './gaps.ts'
import type { Planned } from './planner.query.ts'

export const sortKeys = ['points', 'name', 'visited'] as const
export type SortKey = (typeof sortKeys)[number]

const usual = { sort: 'points', direction: 'descending' } as const

/** What the planner may be asked for. A wrong value is as if it had not been asked. */
export const PlannerQuery = z.object({
  q: wordsAsked,
  gap: choiceAsked<Gap>(gapWords),
  used: z.enum(['yes', '']).catch('').default(''),
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type PlannerQuery = z.infer<typeof PlannerQuery>

/** The same list with something changed. */
export const plannerHref = listHrefs<PlannerQuery>('/visit-planner', usual)

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
