import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { type Role, roleNames, roles } from '#domain/permissions.ts'
import type { Tx } from '#platform/database/database.ts'

/** Who works here under which role on that day: names alone. */
export async function peopleByRole(tx: Tx, organisationId: string, today: IsoDate) {
  const people = await tx
    .selectFrom('membership')
    .innerJoin('user_account as person', 'person.id', 'membership.user_id')
    .select(['membership.role', 'membership.administrator', 'person.name'])
    .where('membership.organisation_id', '=', organisationId)
    .where('person.ended_at', 'is', null)
    .where('membership.valid_from', '<=', today)
    .where(at =>
      at.or([at('membership.valid_to', 'is', null), at('membership.valid_to', '>=', today)]),
    )
    .orderBy(sql`person.name collate onroll.names`)
    .execute()
  const byRole = Map.groupBy(people, ({ role }) => role)
  return roles
    .filter(role => byRole.has(role))
    .map((role: Role) => ({ role: roleNames[role], people: byRole.get(role) ?? [] }))
}
export type PeopleByRole = Awaited<ReturnType<typeof peopleByRole>>
