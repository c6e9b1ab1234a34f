import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import type { Role } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Me } from '#platform/sessions.ts'

export interface HeldRole {
  readonly id: string
  readonly role: Role
  readonly administrator: boolean
  readonly organisationId: string
  readonly organisation: string
  readonly kind: 'authority' | 'team' | 'partnership' | 'school' | 'provider'
  readonly team: string | null
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
  readonly state: 'live' | 'to come' | 'ended'
  readonly version: number
  readonly givenBy: string | null
}

/** One person whom the person asking administers, with the roles that are theirs to change. */
export async function personAdministered(tx: Tx, me: Me, userId: string) {
  const person = await tx
    .selectFrom('user_account')
    .select(['id', 'name', 'email', 'ended_at', 'ended_because'])
    .select(['last_signed_in_at', 'created_at'])
    .where('id', '=', userId)
    .where('id', 'in', sql<string>`(select people_i_administer())`)
    .executeTakeFirst()
  if (!person) throw new NotFound()
  return {
    ...person,
    roles: await rolesHeld(tx, me, { userId }),
    invitation: await openInvitation(tx, userId),
    reset: await openReset(tx, userId),
  }
}
export type PersonAdministered = Awaited<ReturnType<typeof personAdministered>>

/** Their roles, or the one with an id: all of them for a data steward, otherwise those at one's own organisation. */
export async function rolesHeld(tx: Tx, me: Me, by: { userId: string } | { id: string }) {
  const mine =
    me.role === 'data-steward' ? sql`true` : sql`m.organisation_id = ${me.organisationId}`
  const which = 'id' in by ? sql`m.id = ${by.id}` : sql`m.user_id = ${by.userId}`
  const { rows } = await sql<HeldRole & { userId: string; name: string; email: string }>`
    select m.id, m.role, m.administrator, m.organisation_id as "organisationId", o.name as organisation, o.kind, o.team,
           m.valid_from as "validFrom", m.valid_to as "validTo", m.version, giver.name as "givenBy",
           case when m.valid_to < today() then 'ended' when m.valid_from > today() then 'to come' else 'live' end as state,
           u.id as "userId", u.name, u.email
      from membership m
      join organisation o on o.id = m.organisation_id
      join user_account u on u.id = m.user_id
      left join user_account giver on giver.id = m.given_by
     where ${which} and ${mine} and m.user_id in (select people_i_administer())
     order by m.valid_to nulls first, m.valid_from`.execute(tx)
  return rows
}

const openInvitation = (tx: Tx, userId: string) =>
  tx
    .selectFrom('one_time_link')
    .select(['id', 'created_at', 'expires_at'])
    .where('user_id', '=', userId)
    .where('kind', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()

const openReset = (tx: Tx, userId: string) =>
  tx
    .selectFrom('factor_reset as r')
    .innerJoin('user_account as u', 'u.id', 'r.asked_by')
    .select(['r.id', 'r.asked_by', 'r.asked_at', 'r.reason', 'r.waits', 'r.due_at'])
    .select('u.name as askedByName')
    .where('r.user_id', '=', userId)
    .where('r.carried_out_at', 'is', null)
    .where('r.cancelled_at', 'is', null)
    .executeTakeFirst()
