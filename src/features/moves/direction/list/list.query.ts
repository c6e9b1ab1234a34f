import { sql } from 'kysely'
import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import { containing } from '#platform/database/like.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import { orderAsked, pageAsked, wordsAsked } from '#platform/http/list-query.ts'
import type { DirectionStatus } from '../direction.ts'

export const tabs = { issued: 'Issued', draft: 'Drafts', over: 'Over' } as const
const statusesOf = {
  issued: ['issued'],
  draft: ['draft'],
  over: ['ended', 'revoked'],
} as const satisfies Record<keyof typeof tabs, readonly DirectionStatus[]>

export const sortKeys = ['child', 'school', 'from', 'until', 'review'] as const
const usual = { sort: 'review', direction: 'ascending' } as const

/** What the list may be asked for. A wrong value is as if it had not been asked. */
export const ListQuery = z.object({
  tab: z.enum(['issued', 'draft', 'over']).catch('issued').default('issued'),
  q: wordsAsked,
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type ListQuery = z.infer<typeof ListQuery>

/** The same list with something changed. */
export const listHref = listHrefs<ListQuery>('/directions', { tab: 'issued', ...usual })

const nextReview = sql<IsoDate | null>`(select min(r.due_on) from onroll.off_site_review r
  where r.direction_id = direction.id and r.held_on is null)`

const columns = {
  child: sql`child.surname`,
  school: sql`school.name`,
  from: sql`direction.start_on`,
  until: sql`direction.end_on`,
  review: nextReview,
} as const

/** Directions that the reader may see, narrowed, sorted and paged; each with how many there are in all. */
export async function listedDirections(
  tx: Tx,
  query: ListQuery,
  { limit, offset }: { limit: number; offset: number },
) {
  let found = tx
    .selectFrom('off_site_direction as direction')
    .leftJoin('child', 'child.id', 'direction.child_id')
    .leftJoin('organisation as school', 'school.id', 'direction.school_id')
    .select([
      'direction.id',
      'direction.status',
      'direction.purpose',
      'direction.start_on',
      'direction.end_on',
      'child.forename',
      'child.surname',
      'school.name as school_name',
      nextReview.as('review_on'),
    ])
    .select(({ fn }) => fn.countAll<number>().over().as('total'))
    .where('direction.status', 'in', statusesOf[query.tab])
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
    .orderBy(columns[query.sort], at =>
      query.direction === 'ascending' ? at.asc().nullsLast() : at.desc().nullsLast(),
    )
    .orderBy('direction.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(({ forename, surname, school_name, total, ...row }) => ({
    ...row,
    childName: surname ? `${forename} ${surname}` : 'A child you no longer see',
    schoolName: school_name ?? 'A school',
    total: Number(total),
  }))
}
export type Listed = Awaited<ReturnType<typeof listedDirections>>[number]
