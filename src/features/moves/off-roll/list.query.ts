import { z } from 'zod'
import type { Tx } from '#platform/database/database.ts'
import { containing } from '#platform/database/like.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import { orderAsked, pageAsked, wordsAsked } from '#platform/http/list-query.ts'
import { named, removals } from './removal.query.ts'

export const tabs = {
  made: 'Deleted',
  proposed: 'Proposed',
  withdrawn: 'Withdrawn',
} as const
export const sortKeys = ['child', 'school', 'deleted', 'return'] as const

const usual = { sort: 'deleted', direction: 'descending' } as const

/** What the list may be asked for. A wrong value is as if it had not been asked. */
export const ListQuery = z.object({
  tab: z.enum(['made', 'proposed', 'withdrawn']).catch('made').default('made'),
  q: wordsAsked,
  due: z.enum(['', 'return']).catch('').default(''),
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type ListQuery = z.infer<typeof ListQuery>

/** The same list with something changed. */
export const listHref = listHrefs<ListQuery>('/removals', { tab: 'made', ...usual })

const columns = {
  child: 'child.surname',
  school: 'school.name',
  deleted: 'removal.deleted_on',
  return: 'removal.return_made_on',
} as const

/** Removals that the reader may see, narrowed, sorted and paged; each with how many there are in all. */
export async function listedRemovals(
  tx: Tx,
  query: ListQuery,
  { limit, offset }: { limit: number; offset: number },
) {
  let found = removals(tx)
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('removal.status', '=', query.tab)
  if (query.due === 'return') found = found.where('removal.return_made_on', 'is', null)
  if (query.q) {
    const like = containing(query.q)
    found = found.where(at =>
      at.or([
        at('child.surname', 'ilike', like),
        at('child.forename', 'ilike', like),
        at('school.name', 'ilike', like),
      ]),
    )
  }
  const rows = await found
    .orderBy(columns[query.sort], query.direction === 'ascending' ? 'asc' : 'desc')
    .orderBy('removal.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(row => ({ ...named(row), total: Number(row.total) }))
}
export type Listed = Awaited<ReturnType<typeof listedRemovals>>[number]
