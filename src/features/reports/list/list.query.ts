import { type RawBuilder, sql } from 'kysely'
import { addDays, type IsoDate } from '#domain/dates.ts'
import { containing } from '#platform/database/like.ts'
import type { Visit } from '#platform/http/visit.ts'
import { aboutWhom, nameOf } from '../report.query.ts'
import type { ReportKind, ReportStatus } from '../report.ts'
import { ReportsQuery, type SortKey } from './list-query.ts'

type Asker = Pick<Visit, 'tx' | 'me' | 'today'>

interface Row {
  readonly id: string
  readonly reference: number
  readonly number: number
  readonly kind: ReportKind
  readonly status: ReportStatus
  readonly placement_id: string
  readonly placement_reference: number | null
  readonly forename: string | null
  readonly surname: string | null
  readonly preferred_forename: string | null
  readonly preferred_surname: string | null
  readonly provider_name: string | null
  readonly author: string | null
  readonly by_user: string
  readonly begun_at: Date
  readonly sent_at: Date | null
  readonly period_from: IsoDate | null
  readonly period_to: IsoDate | null
  readonly happened_on: IsoDate | null
  readonly safeguarding: boolean
  readonly is_read: boolean
  readonly is_answered: boolean
  readonly total: string
}

/** The newest version of every report that the reader may read, narrowed, sorted and paged. */
export const reports = (
  asker: Asker,
  query: ReportsQuery,
  { limit, offset }: { limit: number; offset: number },
) =>
  read(
    asker,
    [
      ...(query.kind ? [sql`r.kind = ${query.kind}`] : []),
      ...(query.q ? [isAbout(query.q)] : []),
      ...(query.show === 'drafts' ? [sql`r.status = 'draft'`] : []),
      ...(query.show === 'unread' ? [sql`r.status = 'sent' and not ${isRead(asker)}`] : []),
      ...(query.period
        ? [
            sql`coalesce(r.sent_at, r.begun_at) >= ${addDays(asker.today, -Number(query.period))}::date`,
          ]
        : []),
    ],
    sql`${orderOf(query)}, r.reference desc limit ${limit} offset ${offset}`,
  )
export type Listed = Awaited<ReturnType<typeof reports>>[number]

export const reportsOfPlacement = (asker: Asker, placementId: string) =>
  read(
    asker,
    [sql`r.placement_id = ${placementId}::uuid`],
    sql`coalesce(r.sent_at, r.begun_at) desc, r.reference desc limit 200`,
  )

/** What nobody of the reader’s organisation has read; a safeguarding lead reads for themselves what is for leads. */
export const unreadReports = (asker: Asker) =>
  reports(asker, { ...ReportsQuery.parse({}), show: 'unread' }, { limit: 200, offset: 0 })

async function read(
  asker: Asker,
  wanted: readonly RawBuilder<unknown>[],
  order: RawBuilder<unknown>,
) {
  const { rows } = await sql<Row>`
    select r.id, r.reference, r.number, r.kind, r.status, r.placement_id, p.reference as placement_reference,
           c.forename, c.surname, c.preferred_forename, c.preferred_surname, provider.name as provider_name, author.name as author,
           r.by_user, r.begun_at, r.sent_at, r.period_from, r.period_to, r.happened_on, r.safeguarding, ${isRead(asker)} as is_read,
           exists (select 1 from provider_report_reading a where a.report_id = r.id and a.reply is not null) as is_answered,
           count(*) over () as total
      from provider_report r
      left join placement p on p.id = r.placement_id
      left join child c on c.id = p.child_id
      left join organisation provider on provider.id = r.by_organisation
      left join user_account author on author.id = r.by_user
     where ${sql.join(
       [
         sql`r.status <> 'discarded'`,
         sql`not exists (select 1 from provider_report n where n.corrects_id = r.id and n.status = 'sent')`,
         ...wanted,
       ],
       sql` and `,
     )}
     order by ${order}`.execute(asker.tx)
  return rows.map(row => ({
    ...row,
    ...aboutWhom(row),
    name: nameOf(row),
    providerName: row.provider_name ?? 'A provider',
    total: Number(row.total),
  }))
}

/** By the number that people speak, by the child as they are called, or by the provider. */
function isAbout(words: string): RawBuilder<unknown> {
  const number = Number(/^n?[-\s]?(\d{1,9})$/i.exec(words)?.[1] ?? 0)
  const like = containing(words)
  return sql`(r.reference = ${number} or provider.name ilike ${like}
    or concat_ws(' ', coalesce(c.preferred_forename, c.forename), coalesce(c.preferred_surname, c.surname)) ilike ${like})`
}

/** For its provider: read by anybody. For who receives it: read by somebody of their organisation. */
const isRead = ({ me }: Pick<Asker, 'me'>): RawBuilder<boolean> =>
  me.organisationKind === 'provider'
    ? sql`exists (select 1 from provider_report_reading g where g.report_id = r.id)`
    : sql`exists (select 1 from provider_report_reading g where g.report_id = r.id and g.by_organisation = ${me.organisationId}::uuid
        and (not r.safeguarding or g.as_role = 'school-dsl' or ${me.role !== 'school-dsl'}))`

const orders: Record<SortKey, RawBuilder<unknown>> = {
  sent: sql`coalesce(r.sent_at, r.begun_at)`,
  kind: sql`r.kind`,
  provider: sql`provider.name collate onroll.names`,
  child: sql`c.surname collate onroll.names`,
}
const orderOf = ({ sort, direction }: ReportsQuery) =>
  direction === 'ascending' ? sql`${orders[sort]} asc` : sql`${orders[sort]} desc`
