import { type ExpressionBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'
import { containing } from '#platform/database/like.ts'
import type { Database } from '#platform/database/schema.generated.ts'
import type { Me } from '#platform/sessions.ts'
import type { RouteKey } from '../route.ts'

export const tabs = {
  drafts: 'Drafts',
  sent: 'Sent',
  'waiting-for-us': 'Waiting for us',
  decided: 'Decided',
  ended: 'Withdrawn and closed',
} as const
export type Tab = keyof typeof tabs

export const sortKeys = ['reference', 'name', 'sent', 'status', 'school'] as const
export type SortKey = (typeof sortKeys)[number]

export interface ListFilter {
  readonly tab: Tab
  readonly search?: string | undefined
  readonly route?: RouteKey | undefined
  readonly sort: SortKey
  readonly direction: 'ascending' | 'descending'
}

export const pageSize = 25

type Builder = ExpressionBuilder<Database, 'referral'>

const sent = ['submitted', 'accepted', 'listed', 'returned'] as const

/** Which referrals stand under which heading; “us” is the reader’s own side. */
const inTab = (tab: Tab, me: Pick<Me, 'organisationKind'>) => (eb: Builder) => {
  switch (tab) {
    case 'drafts':
      return eb('referral.status', '=', 'draft')
    case 'sent':
      return eb('referral.status', 'in', sent)
    case 'waiting-for-us':
      return eb.and([
        eb('referral.status', 'in', sent),
        eb('referral.waiting_for', '=', ourName(me)),
      ])
    case 'decided':
      return eb('referral.status', '=', 'decided')
    case 'ended':
      return eb('referral.status', 'in', ['withdrawn', 'closed', 'referred on'])
  }
}

const ourName = ({ organisationKind }: Pick<Me, 'organisationKind'>) =>
  organisationKind === 'school' ? 'school' : organisationKind === 'team' ? 'admissions' : 'us'

const order = {
  reference: 'referral.reference',
  sent: 'referral.submitted_at',
  status: 'referral.status',
  school: 'school.name',
} as const

/** The referrals of one heading, narrowed, in order, a page at a time or all of them. */
export async function referralList(
  tx: Tx,
  me: Me,
  { tab, search, route, sort, direction }: ListFilter,
  page?: number,
) {
  const way = direction === 'ascending' ? 'asc' : 'desc'
  let query = tx
    .selectFrom('referral')
    .leftJoin('child', 'child.id', 'referral.child_id')
    .leftJoin('organisation as school', 'school.id', 'referral.referring_organisation_id')
    .leftJoin(
      'organisation as partnership',
      'partnership.id',
      'referral.responsible_partnership_id',
    )
    .select([
      'referral.id',
      'referral.reference',
      'referral.kind',
      'referral.child_id',
      'referral.status',
      'referral.route',
      'referral.waiting_for as waitingFor',
      'referral.submitted_at as sentAt',
      'referral.started_at as startedAt',
      'school.name as school',
      'partnership.name as partnership',
      sql<string>`coalesce(child.preferred_forename, child.forename, '')`.as('forename'),
      sql<string>`coalesce(child.preferred_surname, child.surname, '')`.as('surname'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .where(eb => inTab(tab, me)(eb as unknown as Builder))
  if (route) query = query.where('referral.route', '=', route)
  const words = search?.trim()
  if (words) {
    const number = Number(/^r?[-\s]?(\d{1,9})$/i.exec(words)?.[1])
    const like = containing(words)
    query = query.where(eb =>
      eb.or([
        ...(number ? [eb('referral.reference', '=', number)] : []),
        sql<boolean>`concat_ws(' ', child.preferred_forename, child.preferred_surname, child.forename, child.surname) ilike ${like}`,
      ]),
    )
  }
  const sorted =
    sort === 'name'
      ? query
          .orderBy(sql`coalesce(child.preferred_surname, child.surname)`, way)
          .orderBy(sql`coalesce(child.preferred_forename, child.forename)`, way)
      : query.orderBy(order[sort], way)
  const ordered = sorted.orderBy('referral.id', way)
  return page === undefined
    ? ordered.limit(5000).execute()
    : ordered
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute()
}
export type ListedReferral = Awaited<ReturnType<typeof referralList>>[number]

/** How many stand under each heading. */
export async function tabCounts(tx: Tx, me: Me): Promise<Record<Tab, number>> {
  const rows = await tx
    .selectFrom('referral')
    .select(['status', 'waiting_for', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['status', 'waiting_for'])
    .execute()
  const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(fits).reduce((total, { count }) => total + Number(count), 0)
  const isSent = ({ status }: { status: string }) => (sent as readonly string[]).includes(status)
  return {
    drafts: sum(({ status }) => status === 'draft'),
    sent: sum(isSent),
    'waiting-for-us': sum(row => isSent(row) && row.waiting_for === ourName(me)),
    decided: sum(({ status }) => status === 'decided'),
    ended: sum(({ status }) => ['withdrawn', 'closed', 'referred on'].includes(status)),
  }
}
