import { z } from 'zod'
import { asReference, kindOf } from '#domain/reference.ts'
import { containing } from '#platform/database/like.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import { orderAsked, pageAsked, wordsAsked } from '#platform/http/list-query.ts'
import type { Visit } from '#platform/http/visit.ts'
import { named, placements } from '../placement.query.ts'
import { keysOf, routes } from '../words.ts'

export const tabs = {
  waiting: 'To offer or answered no',
  offered: 'Offered',
  coming: 'To come',
  live: 'Live',
  over: 'Over',
} as const
export type Tab = keyof typeof tabs

const statusesOf = {
  waiting: ['proposed', 'declined'],
  offered: ['offered'],
  coming: ['accepted'],
  live: ['live'],
  over: ['ended', 'ended early', 'withdrawn'],
} as const

export const sortKeys = ['child', 'provider', 'from', 'to'] as const

const usual = { sort: 'from', direction: 'descending' } as const

/** What the list of placements may be asked for. A wrong value is as if it had not been asked. */
export const ListQuery = z.object({
  tab: z.enum(['waiting', 'offered', 'coming', 'live', 'over']).catch('live').default('live'),
  q: wordsAsked,
  whose: z.enum(['', 'ours', 'others']).catch('').default(''),
  route: z
    .enum(['', ...keysOf(routes)])
    .catch('')
    .default(''),
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type ListQuery = z.infer<typeof ListQuery>

/** The same list with something changed. */
export const listHref = listHrefs<ListQuery>('/placements', { tab: 'live', ...usual })

const columns = {
  child: 'child.surname',
  provider: 'provider.name',
  from: 'placement.planned_start_on',
  to: 'placement.planned_end_on',
} as const

/** Placements that the reader may see, narrowed, sorted and paged; each with how many there are in all. */
export async function listedPlacements(
  { tx, me }: Pick<Visit, 'tx' | 'me'>,
  query: ListQuery,
  { limit, offset }: { limit: number; offset: number },
) {
  let found = placements(tx)
    .select(at => at.fn.countAll<number>().over().as('total'))
    .where('placement.status', 'in', statusesOf[query.tab])
  if (query.q) {
    const like = containing(query.q)
    const written = asReference(query.q, 'placement')
    const number = written && kindOf(written) === 'placement' ? Number(written.slice(2)) : undefined
    found = found.where(at =>
      at.or([
        at('provider.name', 'ilike', like),
        at('child.surname', 'ilike', like),
        at('child.forename', 'ilike', like),
        ...(number ? [at('placement.reference', '=', number)] : []),
      ]),
    )
  }
  if (query.whose)
    found = found.where(
      'placement.run_by_id',
      query.whose === 'ours' ? '=' : '!=',
      me.organisationId,
    )
  if (query.route) found = found.where('placement.route', '=', query.route)
  const rows = await found
    .orderBy(columns[query.sort], query.direction === 'ascending' ? 'asc' : 'desc')
    .orderBy('placement.reference')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(row => ({ ...named(row), total: Number(row.total) }))
}
export type Listed = Awaited<ReturnType<typeof listedPlacements>>[number]

/** How many stand under each tab. */
export async function tabCounts({ tx }: Pick<Visit, 'tx'>): Promise<Record<Tab, number>> {
  const rows = await tx
    .selectFrom('placement')
    .select(at => ['status', at.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute()
  const of = (statuses: readonly string[]) =>
    rows
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, { count }) => sum + Number(count), 0)
  return {
    waiting: of(statusesOf.waiting),
    offered: of(statusesOf.offered),
    coming: of(statusesOf.coming),
    live: of(statusesOf.live),
    over: of(statusesOf.over),
  }
}
