import { z } from 'zod'
import { oneLine } from '#domain/plain-text.ts'
import type { Tx } from '#platform/database/database.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import type { Visit } from '#platform/http/visit.ts'
import { named, placements } from '../placement.query.ts'

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

/** What the list of placements may be asked for. A wrong value is as if it had not been asked. */
export const ListQuery = z.object({
  tab: z.enum(['waiting', 'offered', 'coming', 'live', 'over']).catch('live').default('live'),
  q: z
    .string()
    .max(100)
    .catch('')
    .default('')
    .transform(text => oneLine(text)),
  sort: z.enum(sortKeys).catch('from').default('from'),
  direction: z.enum(['ascending', 'descending']).catch('descending').default('descending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
export type ListQuery = z.infer<typeof ListQuery>

/** The same list with something changed. */
export const listHref = listHrefs<ListQuery>('/placements')

const columns = {
  child: 'child.surname',
  provider: 'provider.name',
  from: 'placement.planned_start_on',
  to: 'placement.planned_end_on',
} as const

/** Placements that the reader may see, narrowed, sorted and paged; each with how many there are in all. */
export async function listedPlacements(
  tx: Tx,
  query: ListQuery,
  { limit, offset }: { limit: number; offset: number },
) {
  let found = placements(tx)
    .select(at => at.fn.countAll<number>().over().as('total'))
    .where('placement.status', 'in', statusesOf[query.tab])
  if (query.q)
    found = found.where(at =>
      at.or([
        at('provider.name', 'ilike', `%${escaped(query.q)}%`),
        at('child.surname', 'ilike', `%${escaped(query.q)}%`),
        at('child.forename', 'ilike', `%${escaped(query.q)}%`),
      ]),
    )
  const rows = await found
    .orderBy(columns[query.sort], query.direction === 'ascending' ? 'asc' : 'desc')
    .orderBy('placement.reference')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(row => ({ ...named(row), total: Number(row.total) }))
}
export type Listed = Awaited<ReturnType<typeof listedPlacements>>[number]

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, mark => `\\${mark}`)

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
