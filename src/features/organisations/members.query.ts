import type { IsoDate } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'

/** The schools that belong to a partnership on a day, by name. */
export const memberSchools = (tx: Tx, partnershipId: string, day: IsoDate) =>
  tx
    .selectFrom('partnership_member as member')
    .innerJoin('organisation as school', 'school.id', 'member.school_id')
    .select(['school.id', 'school.name', 'school.mailbox'])
    .where('member.partnership_id', '=', partnershipId)
    .where('member.joined_on', '<=', day)
    .where(at => at.or([at('member.left_on', 'is', null), at('member.left_on', '>=', day)]))
    .orderBy('school.name')
    .execute()

/** Where word for an organisation goes: the people there with one of these roles, else its own mailbox. */
export async function addressesOf(
  tx: Tx,
  organisationId: string,
  roles: readonly string[],
  today: IsoDate,
): Promise<{ address: string; userId?: string; organisationId: string }[]> {
  const people = await tx
    .selectFrom('membership')
    .innerJoin('user_account as person', 'person.id', 'membership.user_id')
    .select(['person.id', 'person.email'])
    .distinct()
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.role', 'in', roles as never)
    .where('person.ended_at', 'is', null)
    .where('membership.valid_from', '<=', today)
    .where(at =>
      at.or([at('membership.valid_to', 'is', null), at('membership.valid_to', '>=', today)]),
    )
    .execute()
  if (people.length > 0)
    return people.map(({ id, email }) => ({ address: email, userId: id, organisationId }))
  const organisation = await tx
    .selectFrom('organisation')
    .select('mailbox')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return organisation?.mailbox ? [{ address: organisation.mailbox, organisationId }] : []
}

/** The authority’s team of a kind (Admissions, SENA, Virtual School), if it has been set up. */
export const teamOf = (tx: Tx, team: 'admissions' | 'sena' | 'virtual-school') =>
  tx
    .selectFrom('organisation')
    .select(['id', 'name', 'mailbox'])
    .where('kind', '=', 'team')
    .where('team', '=', team)
    .where('closed_on', 'is', null)
    .orderBy('created_at')
    .executeTakeFirst()

/** Where somebody works for quality assurance, in a team of its own or in the authority; and such a team without anybody. */
export async function qualityTeams(tx: Tx, today: IsoDate): Promise<string[]> {
  const rows = await tx
    .selectFrom('organisation as o')
    .select('o.id')
    .where('o.closed_on', 'is', null)
    .where(at =>
      at.or([
        at('o.team', '=', 'quality-assurance'),
        at.exists(
          at
            .selectFrom('membership as m')
            .select('m.id')
            .whereRef('m.organisation_id', '=', 'o.id')
            .where('m.role', '=', 'quality-assurance')
            .where('m.valid_from', '<=', today)
            .where(of => of.or([of('m.valid_to', 'is', null), of('m.valid_to', '>=', today)])),
        ),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}
