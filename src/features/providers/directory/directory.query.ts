import { type RawBuilder, sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { may } from '#domain/permissions.ts'
import type { Tx } from '#platform/database/database.ts'
import { containing } from '#platform/database/like.ts'
import type { Me } from '#platform/sessions.ts'
import { appendixTwo } from '#rules/data/documents.ts'
import { type Standing, standings } from '../approval/approval.query.ts'
import type { Assurance, DirectoryQuery, SortKey } from './directory-query.ts'

export interface ListedProvider {
  readonly id: string
  readonly name: string
  readonly towns: readonly string[]
  readonly needs: readonly string[]
  readonly key_stages: readonly number[]
  readonly weekdays: readonly number[]
  readonly subjects: readonly string[]
  readonly contact_name: string | null
  readonly contact_email: string | null
  readonly contact_phone: string | null
  readonly dfe_urn: string | null
  readonly capacity: number | null
  readonly free: number | null
  readonly assurance: Assurance
  readonly total: number
  /** Only for those who look at providers from outside. */
  readonly standing: Standing | undefined
}

/** Does this person look at providers from outside, as who commissions or assures them? */
export const looksAtAssurance = (me: Me): boolean =>
  may(me, 'evidence.read') && me.organisationKind !== 'provider'

/** The providers that fit, with their free sessions and how their proof stands, as far as the person asking may know. */
export async function directory(
  tx: Tx,
  { query, me, today }: { query: DirectoryQuery; me: Me; today: IsoDate },
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedProvider[]> {
  const like = (typed: string) => containing(typed)
  const wanted: RawBuilder<unknown>[] = [sql`(closed_on is null or closed_on >= ${today})`]
  if (query.q) wanted.push(sql`name ilike ${like(query.q)}`)
  if (query.place) wanted.push(sql`places ilike ${like(query.place)}`)
  if (query.need) wanted.push(sql`${query.need} = any (needs)`)
  if (query.stage) wanted.push(sql`${Number(query.stage)}::integer = any (key_stages)`)
  if (query.day) wanted.push(sql`${Number(query.day)}::integer = any (weekdays)`)
  if (query.free) wanted.push(sql`free >= ${Number(query.free)}::integer`)
  if (query.assurance && looksAtAssurance(me)) wanted.push(sql`assurance = ${query.assurance}`)
  const assures = looksAtAssurance(me)
  if (query.approval && assures)
    wanted.push(
      sql`id = any (${`{${[...(await standings(tx, today))]
        .filter(([, { approval }]) => approval === query.approval)
        .map(([id]) => id)
        .join(',')}}`}::uuid[])`,
    )
  const { rows } = await sql<Omit<ListedProvider, 'standing'>>`
    with room as (select provider_id, capacity, taken from onroll.sessions_of_providers()),
    site as (
      select provider_id, array_agg(distinct town order by town) filter (where town is not null) as towns,
             string_agg(concat_ws(' ', name, street, town, postcode), ' ') as places
        from provider_site where closed_on is null group by provider_id),
    shown as (select provider_id, documents as current from onroll.documents_in_date(${today})),
    found as (
      select provider_id, bool_or(cardinality(blocks) > 0) as stops from finding
       where provider_id is not null and subject_type = 'provider' and superseded_at is null group by provider_id),
    listed as (
      select o.id, o.name, o.closed_on, p.needs, p.key_stages, p.weekdays, p.subjects, p.contact_name, p.contact_email, p.contact_phone,
             p.dfe_urn, coalesce(site.towns, array_remove(array[o.town], null)) as towns,
             concat_ws(' ', site.places, o.town, o.postcode) as places, room.capacity,
             greatest(0, floor(room.capacity - room.taken))::integer as free,
             case when found.stops then 'stops'
                  when coalesce(shown.current, 0) + (s.employs_anyone is false and s.no_employees_declared_on is not null)::integer
                    < ${appendixTwo.length}::integer then 'gaps'
                  else 'in order' end as assurance
        from organisation o join provider p on p.organisation_id = o.id
        left join provider_standing s on s.provider_id = o.id
        left join room on room.provider_id = o.id
        left join site on site.provider_id = o.id
        left join shown on shown.provider_id = o.id
        left join found on found.provider_id = o.id)
    select *, count(*) over () as total from listed where ${sql.join(wanted, sql` and `)}
     order by ${orderOf(query)}, name collate onroll.names, id limit ${limit} offset ${offset}`.execute(
    tx,
  )
  const ids = rows.map(({ id }) => id)
  const standing = assures && ids.length > 0 ? await standings(tx, today, ids) : undefined
  return rows.map(row => ({ ...row, standing: standing?.get(row.id) }))
}

const orders: Record<SortKey, RawBuilder<unknown>> = {
  name: sql`name collate onroll.names`,
  town: sql`towns[1] collate onroll.names`,
  free: sql`free`,
  assurance: sql`array_position(array['stops', 'gaps', 'in order'], assurance)`,
}

const orderOf = ({ sort, direction }: DirectoryQuery) =>
  direction === 'ascending'
    ? sql`${orders[sort]} asc nulls last`
    : sql`${orders[sort]} desc nulls last`

/** Where the sites of these providers are, of those that have said so. */
export const positionsOf = (tx: Tx, providerIds: readonly string[]) =>
  providerIds.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('provider_site')
        .innerJoin('organisation as o', 'o.id', 'provider_site.provider_id')
        .select([
          'provider_site.id',
          'provider_site.provider_id as providerId',
          'provider_site.name',
          'provider_site.street',
          'provider_site.town',
          'provider_site.postcode',
          'provider_site.latitude',
          'provider_site.longitude',
          'o.name as provider',
        ])
        .where('provider_site.provider_id', 'in', providerIds)
        .where('provider_site.closed_on', 'is', null)
        .orderBy(sql`o.name collate onroll.names`)
        .orderBy('provider_site.name')
        .execute()
export type Position = Awaited<ReturnType<typeof positionsOf>>[number]
