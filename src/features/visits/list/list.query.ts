import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { asReference, writeReference } from '#domain/reference.ts'
import type { Tx } from '#platform/database/database.ts'
import { containing } from '#platform/database/like.ts'
import type { Me } from '#platform/sessions.ts'
import { visits } from '../visit.query.ts'
import { pageSize, type VisitQuery } from './list-query.ts'

const orders = {
  day: sql`coalesce(v.visited_on, v.planned_on)`,
  reference: sql`v.reference`,
  provider: sql`provider.name collate onroll.names`,
  commissioner: sql`commissioner.name collate onroll.names`,
  status: sql`v.status`,
}

/** Nobody has said that it is done, and its day is over. */
const isOverdue = (today: IsoDate) =>
  sql<boolean>`a.accepted_on is null and a.done_on is null and a.due_on < ${today}`

/** The visits that fit, of those that the reader may know of. */
export async function listedVisits(
  { tx, me, today }: { tx: Tx; me: Me; today: IsoDate },
  query: VisitQuery,
  { size = pageSize, library = false }: { size?: number; library?: boolean } = {},
) {
  const day = sql<IsoDate>`coalesce(v.visited_on, v.planned_on)`
  const like = containing(query.q)
  const reference = asReference(query.q, 'visit')
  const rows = await visits(tx)
    .select(({ fn, selectFrom }) => [
      fn.countAll<number>().over().as('total'),
      selectFrom('visit_judgement as j')
        .select(
          sql<string>`string_agg(j.section || ' ' || j.grade, ',' order by j.section)`.as('g'),
        )
        .whereRef('j.visit_id', '=', 'v.id')
        .as('grades'),
      selectFrom('visit_action as a')
        .select(sql<number>`count(*)::integer`.as('n'))
        .whereRef('a.visit_id', '=', 'v.id')
        .where('a.accepted_on', 'is', null)
        .as('actionsOpen'),
      selectFrom('visit_action as a')
        .select(sql<number>`count(*)::integer`.as('n'))
        .whereRef('a.visit_id', '=', 'v.id')
        .where(isOverdue(today))
        .as('actionsOverdue'),
    ])
    .$if(library, visit => visit.where('v.status', '=', 'published'))
    .$if(query.q !== '', visit =>
      visit.where(({ or, eb }) =>
        or([
          eb('provider.name', 'ilike', like),
          eb('commissioner.name', 'ilike', like),
          ...(reference ? [eb('v.reference', '=', Number(reference.slice(2)))] : []),
        ]),
      ),
    )
    .$if(query.provider !== '', visit => visit.where('v.provider_id', '=', query.provider))
    .$if(query.status !== '', visit => visit.where('v.status', '=', query.status as 'draft'))
    .$if(query.by === 'ours', visit => visit.where('v.commissioner_id', '=', me.organisationId))
    .$if(query.by === 'others', visit => visit.where('v.commissioner_id', '<>', me.organisationId))
    .$if(query.actions !== '', visit =>
      visit.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('visit_action as a')
            .select('a.id')
            .whereRef('a.visit_id', '=', 'v.id')
            .where('a.accepted_on', 'is', null)
            .$if(query.actions === 'overdue', action => action.where(isOverdue(today))),
        ),
      ),
    )
    .$if(query.from !== '', visit => visit.where(day, '>=', query.from || null))
    .$if(query.until !== '', visit => visit.where(day, '<=', query.until || null))
    .$if(query.area !== '' || query.grade !== '', visit =>
      visit.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('visit_judgement as j')
            .select('j.section')
            .whereRef('j.visit_id', '=', 'v.id')
            .$if(query.area !== '', j => j.where('j.section', '=', query.area as 'A'))
            .$if(query.grade !== '', j => j.where('j.grade', '=', query.grade as 'weak')),
        ),
      ),
    )
    .orderBy(orders[query.sort], query.direction === 'descending' ? 'desc' : 'asc')
    .orderBy('v.reference', 'desc')
    .limit(size)
    .offset((query.page - 1) * size)
    .execute()
  return {
    rows: rows.map(row => ({ ...row, name: writeReference('visit', row.reference) })),
    total: Number(rows[0]?.total ?? 0),
  }
}
export type ListedVisit = Awaited<ReturnType<typeof listedVisits>>['rows'][number]
