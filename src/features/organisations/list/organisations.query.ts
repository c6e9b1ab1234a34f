import { type RawBuilder, sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import { containing } from '#platform/database/like.ts'
import type { Team } from '../organisation.ts'
import type { ListQuery, SortKey } from './list-query.ts'

export interface ListedOrganisation {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly short_name: string | null
  readonly team: Team | null
  readonly mailbox: string | null
  readonly telephone: string | null
  readonly street: string | null
  readonly town: string | null
  readonly postcode: string | null
  readonly closed_on: IsoDate | null
  readonly urn: string | null
  readonly dfe_number: string | null
  readonly type_name: string | null
  readonly phase: string | null
  readonly partnership_id: string | null
  readonly partnership: string | null
  readonly partnership_short_name: string | null
  readonly contact_name: string | null
  readonly contact_email: string | null
  readonly members: number
  readonly total: number
}

/** Organisations of one kind as they stand on the day, narrowed, sorted and cut to a page. */
export async function organisations(
  tx: Tx,
  query: ListQuery,
  today: IsoDate,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedOrganisation[]> {
  const { rows } = await sql<ListedOrganisation>`
    select o.id, o.kind, o.name, o.short_name, o.team, o.mailbox, o.telephone, o.street, o.town, o.postcode, o.closed_on,
           s.urn, s.authority_number || '/' || s.establishment_number as dfe_number, s.type_name, s.phase,
           now_in.partnership_id, p.name as partnership, p.short_name as partnership_short_name,
           coalesce(own.contact_name, provider.contact_name) as contact_name, provider.contact_email,
           (select count(*) from partnership_member m where m.partnership_id = o.id and m.joined_on <= ${today}
              and (m.left_on is null or m.left_on >= ${today})) as members,
           count(*) over () as total
      from organisation o
      left join school s on s.organisation_id = o.id
      left join partnership own on own.organisation_id = o.id
      left join provider on provider.organisation_id = o.id
      left join partnership_member now_in on now_in.school_id = o.id and now_in.joined_on <= ${today}
        and (now_in.left_on is null or now_in.left_on >= ${today})
      left join organisation p on p.id = now_in.partnership_id
     where o.kind = ${query.kind} ${searched(query.q)} ${inState(query.state, today)}
       ${query.type === '' ? sql`` : sql`and s.type_name = ${query.type}`}
       ${inPartnership(query.partnership)}
     order by ${ordered[query.sort]} ${sql.raw(query.direction === 'descending' ? 'desc' : 'asc')} nulls last,
       o.name collate onroll.names, o.id
     limit ${limit} offset ${offset}`.execute(tx)
  return rows
}

const ordered: Record<SortKey, RawBuilder<unknown>> = {
  name: sql`o.name collate onroll.names`,
  type: sql`s.type_name`,
  partnership: sql`p.name collate onroll.names`,
  town: sql`o.town collate onroll.names`,
}

/** By part of the name, without minding accents; by town; by URN or DfE number as people write them. */
function searched(q: string) {
  if (q === '') return sql``
  const part = containing(q)
  return sql`and (public.unaccent(o.name) ilike public.unaccent(${part}) or o.short_name ilike ${part}
    or o.town ilike ${part} or s.urn = ${q} or ${q.replace(/[\s/]/g, '')} in (s.authority_number || s.establishment_number))`
}

/** The day on which it closed is its last. */
const inState = (state: ListQuery['state'], today: IsoDate) =>
  ({
    open: sql`and (o.closed_on is null or o.closed_on >= ${today})`,
    closed: sql`and o.closed_on < ${today}`,
    all: sql``,
  })[state]

function inPartnership(partnership: string) {
  if (partnership === '') return sql``
  return partnership === 'none'
    ? sql`and now_in.partnership_id is null`
    : sql`and now_in.partnership_id = ${partnership}`
}

/** What a list of schools can be narrowed by. */
export async function listChoices(tx: Tx) {
  const [partnerships, types] = await Promise.all([
    openPartnerships(tx),
    tx
      .selectFrom('school')
      .select('type_name')
      .distinct()
      .where('type_name', 'is not', null)
      .orderBy('type_name')
      .execute(),
  ])
  return { partnerships, types: types.flatMap(({ type_name }) => type_name ?? []) }
}

export const openPartnerships = (tx: Tx) =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name', 'short_name'])
    .where('kind', '=', 'partnership')
    .where('closed_on', 'is', null)
    .orderBy(sql`name collate onroll.names`)
    .execute()
