import { sql } from 'kysely'
import { type Role, roles } from '#domain/permissions.ts'
import type { Tx } from '#platform/database/database.ts'

export interface DemonstrationPerson {
  readonly userId: string
  readonly membershipId: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly organisation: string
  readonly organisationId: string
  readonly organisationType: string
}

/** Everybody who can be tried out (or the one with an address), each once, as the first of their live memberships; by role. */
export async function demonstrationPeople(tx: Tx, email?: string): Promise<DemonstrationPerson[]> {
  const { rows } = await sql<DemonstrationPerson>`
    select distinct on (u.id) u.id as "userId", m.id as "membershipId", u.email, u.name, m.role,
           o.name as organisation, o.id as "organisationId", o.kind as "organisationType"
      from user_account u
      join membership m on m.user_id = u.id and m.valid_from <= today() and (m.valid_to is null or m.valid_to >= today())
      join organisation o on o.id = m.organisation_id
     where u.ended_at is null ${email === undefined ? sql`` : sql`and u.email = ${email}`}
     order by u.id, m.valid_from, m.id`.execute(tx)
  return rows.sort(
    (a, b) =>
      roles.indexOf(a.role) - roles.indexOf(b.role) ||
      a.organisation.localeCompare(b.organisation, 'en-GB') ||
      a.name.localeCompare(b.name, 'en-GB'),
  )
}
