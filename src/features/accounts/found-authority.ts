import type { MembershipId, OrganisationId, UserId } from '#domain/ids.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Step } from '#platform/http/visitor.ts'

export interface Founding {
  /** How facts name the authority: “fennshire”. */
  readonly key: string
  readonly authority: string
  readonly administrator: { readonly name: string; readonly email: string }
  readonly today: string
  readonly demonstration?: boolean
}

/**
 * Enters the authority that this installation serves and its first administrator, who invites everybody else. The
 * database allows it once, to a transaction with the purpose 'set-up', while there is nobody.
 */
export async function foundAuthority({ tx, audit }: Step, founding: Founding) {
  const there = await tx
    .selectFrom('setting')
    .select('key')
    .where('key', '=', 'authority')
    .execute()
  if (there.length > 0) throw new Refusal('This installation has been set up already')
  const organisationId = newId<OrganisationId>()
  const userId = newId<UserId>()
  const membershipId = newId<MembershipId>()
  const { key, authority, administrator, demonstration } = founding
  await tx
    .insertInto('organisation')
    .values({ id: organisationId, kind: 'authority', name: authority })
    .execute()
  await tx
    .insertInto('setting')
    .values([
      { key: 'authority', value: JSON.stringify({ key, name: authority }) },
      ...(demonstration
        ? [{ key: 'demonstration', value: JSON.stringify({ made: true, loading: true }) }]
        : []),
    ])
    .execute()
  await tx
    .insertInto('user_account')
    .values({ id: userId, email: administrator.email, name: administrator.name })
    .execute()
  await tx
    .insertInto('membership')
    .values({
      id: membershipId,
      user_id: userId,
      organisation_id: organisationId,
      role: 'data-steward',
      administrator: true,
      valid_from: founding.today as never,
    })
    .execute()
  audit({ event: 'membership.given', subjectKind: 'membership', subjectId: membershipId, userId })
  return { organisationId, userId, membershipId }
}
