import { sql } from 'kysely'
import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import { type Role, roles } from '#domain/permissions.ts'
import type { Tx } from '#platform/database/database.ts'
import { orderAsked, pageAsked } from '#platform/http/list-query.ts'
import type { Me } from '#platform/sessions.ts'

export const pageSize = 50

const or = <const Value extends string>(values: readonly Value[]) =>
  z.enum(values).or(z.literal('')).catch('').default('')

export const PeopleQuery = z.object({
  find: z.string().max(100).catch('').default(''),
  role: or(roles),
  organisation: z.string().max(100).catch('').default(''),
  state: or(['active', 'invited', 'to come', 'not used', 'ended']),
  ...orderAsked(['name', 'organisation', 'role', 'signedIn'], {
    sort: 'name',
    direction: 'ascending',
  }),
  page: pageAsked,
})
export type PeopleQuery = z.infer<typeof PeopleQuery>

export interface PersonRow {
  readonly membershipId: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly administrator: boolean
  readonly organisation: string
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
  readonly lastSignedInAt: Date | null
  readonly state: 'active' | 'invited' | 'to come' | 'not used' | 'ended'
  readonly total: number
}

/** The people whom the person asking administers, a row for each membership. Stewards see every organisation. */
export async function peopleAdministered(tx: Tx, me: Me, query: PeopleQuery): Promise<PersonRow[]> {
  const mine =
    me.role === 'data-steward' ? sql`true` : sql`m.organisation_id = ${me.organisationId}`
  const { rows } = await sql<PersonRow>`
    select p.*, count(*) over ()::integer as total from (
      select m.id as "membershipId", u.id as "userId", u.name, u.email, m.role, m.administrator, o.name as organisation,
             m.valid_from as "validFrom", m.valid_to as "validTo", u.last_signed_in_at as "lastSignedInAt",
             case when u.ended_because = 'not used' and coalesce(m.valid_to >= today(), true) then 'not used'
                  when u.ended_at is not null or m.valid_to < today() then 'ended'
                  when m.valid_from > today() then 'to come'
                  when u.last_signed_in_at is null then 'invited' else 'active' end as state
        from membership m
        join user_account u on u.id = m.user_id
        join organisation o on o.id = m.organisation_id
       where ${mine}) p
     where (${query.find} = '' or position(lower(${query.find.trim()}) in lower(p.name || ' ' || p.email)) > 0)
       and (${query.role} = '' or p.role = ${query.role})
       and (${query.organisation} = '' or position(lower(${query.organisation.trim()}) in lower(p.organisation)) > 0)
       and (${query.state} = '' or p.state = ${query.state})
     order by ${columns[query.sort]} ${query.direction === 'descending' ? sql`desc nulls last` : sql`asc nulls last`},
              p.name collate names, p."membershipId"
     limit ${pageSize} offset ${(query.page - 1) * pageSize}`.execute(tx)
  return rows
}

// The only orders there are: what was asked for picks one of them, and is never part of the query.
const columns = {
  name: sql`p.name collate names`,
  organisation: sql`p.organisation collate names`,
  role: sql`p.role`,
  signedIn: sql`p."lastSignedInAt"`,
} as const
