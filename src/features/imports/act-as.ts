import { sql } from 'kysely'
import { londonDay } from '#domain/dates.ts'
import type { MembershipId, OrganisationId, UserId } from '#domain/ids.ts'
import type { Role } from '#domain/permissions.ts'
import { type AuditEntry, remember } from '#platform/audit.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { JobTools } from '#platform/jobs.ts'
import type { Me } from '#platform/sessions.ts'

/** Whose work a job goes on with. */
export interface Starter {
  readonly user: string
  readonly membership: string
}

/** Goes on with what a person has set going, in one transaction, under that person’s rights as they are now. */
export const actAs = <T>(
  tools: JobTools,
  { user, membership }: Starter,
  work: (doer: Doer) => Promise<T>,
): Promise<T> =>
  tools.db.as({ userId: user, membershipId: membership, purpose: 'job' }, async tx => {
    const me = await meOf(tx)
    if (!me) throw new NoLongerAllowed()
    const now = tools.now()
    const entries: AuditEntry[] = []
    const result = await work({
      tx,
      me,
      now,
      today: londonDay(now),
      audit: entry => entries.push(entry),
    })
    await remember(tx, 'job', entries)
    return result
  })

/** The person has left, or changed roles, since setting the work going. */
export class NoLongerAllowed extends Error {}

async function meOf(tx: Tx): Promise<Me | undefined> {
  const { rows } = await sql<{
    user_id: UserId
    name: string
    membership_id: MembershipId
    role: Role
    organisation_id: OrganisationId
    organisation: string
    organisation_kind: 'authority' | 'team' | 'partnership' | 'school' | 'provider'
    administrator: boolean
  }>`select me.user_id, u.name, me.membership_id, me.role, me.organisation_id, o.name as organisation, me.organisation_kind, me.administrator
       from onroll.me() me join onroll.user_account u on u.id = me.user_id join onroll.organisation o on o.id = me.organisation_id`.execute(
    tx,
  )
  const [row] = rows
  if (!row?.role) return undefined
  return {
    userId: row.user_id,
    name: row.name,
    email: '',
    sessionId: '' as Me['sessionId'],
    csrfSecret: Buffer.alloc(0),
    secondFactorAt: undefined,
    otherHats: 0,
    membershipId: row.membership_id,
    role: row.role,
    administrator: row.administrator,
    organisationId: row.organisation_id,
    organisationName: row.organisation,
    organisationKind: row.organisation_kind,
  }
}
