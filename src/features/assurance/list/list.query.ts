import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/database.ts'
import { listHrefs } from '#platform/http/list-href.ts'
import { orderAsked, pageAsked } from '#platform/http/list-query.ts'
import { type QuestionnaireStatus, questionnaireLifecycle } from '../questionnaire/lifecycle.ts'
import { forms, named } from '../questionnaire/questionnaire.query.ts'

export const pageSize = 50
export const sortKeys = ['due', 'reference', 'child', 'school', 'provider', 'status'] as const
export const tabs = {
  open: 'To be answered',
  returned: 'Returned',
  accepted: 'Accepted',
  all: 'All',
} as const
export type Tab = keyof typeof tabs
const statusesOf: Readonly<Record<Tab, readonly QuestionnaireStatus[]>> = {
  open: ['draft', 'sent back'],
  returned: ['returned'],
  accepted: ['accepted'],
  all: questionnaireLifecycle.statuses,
}

const usual = { sort: 'due', direction: 'ascending' } as const

export const listQuery = z.object({
  tab: z
    .enum(Object.keys(tabs) as [Tab, ...Tab[]])
    .optional()
    .catch(undefined),
  school: z.uuid().optional().catch(undefined),
  ...orderAsked(sortKeys, usual),
  page: pageAsked,
})
export type ListQuery = z.infer<typeof listQuery> & { readonly tab: Tab }

/** The same list with something changed. */
export const hrefOf = listHrefs<ListQuery>('/questionnaires', usual)

const orders = {
  due: sql`q.due_on`,
  reference: sql`q.reference`,
  child: sql`child.surname collate onroll.names, child.forename collate onroll.names`,
  school: sql`commissioner.name`,
  provider: sql`provider.name`,
  status: sql`q.status`,
}

/** Forms that the reader may see: a school its own, the Virtual School those of its children. */
export async function questionnaires(tx: Tx, asked: ListQuery, size = pageSize) {
  const { tab, school, sort, direction, page } = asked
  const narrowed = forms(tx)
    .where('q.status', 'in', statusesOf[tab])
    .$if(school !== undefined, query => query.where('q.commissioner_id', '=', school ?? ''))
  const rows = await narrowed
    .select(({ fn, selectFrom }) => [
      fn.countAll<number>().over().as('total'),
      selectFrom('questionnaire_answer as a')
        .select(fn.countAll<number>().as('n'))
        .whereRef('a.questionnaire_id', '=', 'q.id')
        .where('a.confirmed_at', 'is not', null)
        .as('confirmed'),
    ])
    .orderBy(orders[sort], direction === 'descending' ? 'desc' : 'asc')
    .orderBy('q.reference')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return {
    rows: rows.map(row => ({ ...named(row), confirmed: Number(row.confirmed ?? 0) })),
    total: Number(rows[0]?.total ?? 0),
  }
}
export type Listed = Awaited<ReturnType<typeof questionnaires>>['rows'][number]

/** How many forms stand under each tab. */
export async function tabCounts(tx: Tx): Promise<Readonly<Record<Tab, number>>> {
  const rows = await tx
    .selectFrom('questionnaire')
    .select(({ fn }) => ['status', fn.countAll<number>().as('n')])
    .groupBy('status')
    .execute()
  const count = (statuses: readonly string[]) =>
    rows
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, { n }) => sum + Number(n), 0)
  return {
    open: count(statusesOf.open),
    returned: count(statusesOf.returned),
    accepted: count(statusesOf.accepted),
    all: count(statusesOf.all),
  }
}
