import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { NotFound } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'

export const howLeft = {
  withdrew: 'Withdrew',
  revoked: 'Membership revoked',
  moved: 'Moved to another partnership',
  closed: 'School closed',
} as const
export type HowLeft = keyof typeof howLeft

const memberships = (tx: Tx) =>
  tx
    .selectFrom('partnership_member as member')
    .innerJoin('organisation as school', 'school.id', 'member.school_id')
    .innerJoin('organisation as partnership', 'partnership.id', 'member.partnership_id')
    .leftJoin('user_account as recorder', 'recorder.id', 'member.recorded_by')
    .select([
      'member.id',
      'member.version',
      'member.joined_on',
      'member.left_on',
      'member.how_left',
      'member.reason',
      'member.decided_by',
      'member.recorded_at',
      'school.id as school_id',
      'school.name as school',
      'school.town',
      'partnership.id as partnership_id',
      'partnership.name as partnership',
      'partnership.short_name as partnership_short_name',
      'recorder.name as recorded_by',
    ])

/** Every partnership the school has been in, newest first. */
export const membershipsOfSchool = (tx: Tx, schoolId: string) =>
  memberships(tx)
    .where('member.school_id', '=', schoolId)
    .orderBy('member.joined_on', 'desc')
    .execute()
export type Membership = Awaited<ReturnType<typeof membershipsOfSchool>>[number]

/** Every membership that a partnership has had, by school. */
export const membershipsOfPartnership = (tx: Tx, partnershipId: string) =>
  memberships(tx)
    .where('member.partnership_id', '=', partnershipId)
    .orderBy(sql`school.name collate onroll.names`)
    .orderBy('member.joined_on')
    .execute()

export async function membershipOf(tx: Tx, id: string): Promise<Membership> {
  const membership = await memberships(tx).where('member.id', '=', id).executeTakeFirst()
  if (!membership) throw new NotFound()
  return membership
}

/** The last day counts. */
export const isMemberOn = (
  { joined_on, left_on }: Pick<Membership, 'joined_on' | 'left_on'>,
  day: IsoDate,
) => joined_on <= day && (left_on === null || left_on >= day)

/** What was entered and corrected about the memberships of a school or a partnership, newest first. */
export const membershipChanges = (tx: Tx, about: { school: string } | { partnership: string }) =>
  tx
    .selectFrom('partnership_member_change as change')
    .innerJoin('organisation as school', 'school.id', 'change.school_id')
    .innerJoin('organisation as partnership', 'partnership.id', 'change.partnership_id')
    .innerJoin('user_account as person', 'person.id', 'change.changed_by')
    .select([
      'change.id',
      'change.what',
      'change.before',
      'change.after',
      'change.reason',
      'change.decided_by',
      'change.changed_at',
      'person.name as changed_by',
      'school.name as school',
      'partnership.name as partnership',
    ])
    .where(at =>
      'school' in about
        ? at('change.school_id', '=', about.school)
        : at('change.partnership_id', '=', about.partnership),
    )
    .orderBy('change.changed_at', 'desc')
    .orderBy('change.id', 'desc')
    .limit(100)
    .execute()
export type MembershipChange = Awaited<ReturnType<typeof membershipChanges>>[number]
