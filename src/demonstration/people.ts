import type { IsoDate } from '#domain/dates.ts'
import { asEmailAddress } from '#domain/email-address.ts'
import type { Role } from '#domain/permissions.ts'
import { invitePerson } from '#features/people/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Secret } from '#platform/secret.ts'
import type { Chance } from './chance.ts'
import { forenames, staffSurnames } from './names.ts'
import type { Actor } from './stage.ts'

export interface CastMember extends Actor {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly organisationId: string
}

const everyForename = [...forenames.F, ...forenames.M]

/** Invites people by the command that administrators use. Addresses end in .example, which no mail reaches. */
export function casting(secret: Secret, chance: Chance, since: IsoDate) {
  const taken = new Set<string>()
  function nameOf() {
    for (;;) {
      const name = `${chance.oneOf(everyForename)} ${chance.oneOf(staffSurnames)}`
      if (!taken.has(name)) {
        taken.add(name)
        return name
      }
      if (taken.size >= everyForename.length * staffSurnames.length) return `${name} ${taken.size}`
    }
  }
  return async function invite(
    steward: Doer,
    role: Role,
    organisationId: string,
    { administrator = false, name = nameOf() }: { administrator?: boolean; name?: string } = {},
  ): Promise<CastMember> {
    const local = name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z]+/g, '.')
    const email = asEmailAddress(`${local}@fennshire.example`)
    if (!email) throw new Error(`No address can be made of the name ${name}`)
    const { userId, membershipId } = await invitePerson(steward, secret, {
      organisationId,
      name,
      email,
      role,
      administrator,
      from: since,
      to: null,
    })
    return { userId, membershipId, name, email, role, organisationId }
  }
}
