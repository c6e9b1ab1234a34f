import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { type EmailAddress, emailKey } from '#domain/email-address.ts'
import { type MembershipId, newId, type UserId } from '#domain/ids.ts'
import { type Role, roleNames } from '#domain/permissions.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import { makeLink } from '#platform/one-time-link.ts'
import type { Secret } from '#platform/secret.ts'
import { rolesToGive } from './roles-for.ts'

export interface Invitation {
  readonly organisationId: string
  readonly name: string
  readonly email: EmailAddress
  readonly role: Role
  readonly administrator: boolean
  readonly from: IsoDate
  readonly to: IsoDate | null
}

/**
 * Gives a person a role at an organisation. Somebody who is new gets a link with which to choose a password; somebody
 * who is known already is told of the new role.
 */
export async function invitePerson(doer: Doer, secret: Secret, invitation: Invitation) {
  const { tx, now, me } = doer
  const organisation = await organisationToServe(doer, invitation)
  const email = emailKey(invitation.email)
  const known = await tx
    .selectFrom('user_account')
    .select(['id', 'name', 'ended_at', 'last_signed_in_at'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (known?.id === me.userId)
    throw new Refusal('You cannot give yourself a role. Ask another administrator.')
  if (known?.ended_at)
    throw new Refusal('The account with this email address has been closed. Ask the data steward.')
  const userId = (known?.id as UserId | undefined) ?? newId<UserId>()
  if (!known)
    await tx
      .insertInto('user_account')
      .values({ id: userId, email, name: invitation.name })
      .execute()
  const membershipId = await giveMembership(doer, userId, invitation)
  await tellOfRole(doer, secret, {
    userId,
    email,
    isNew: !known?.last_signed_in_at,
    role: `${roleNames[invitation.role]} at ${organisation.name}`,
  })
  if (!known) doer.audit({ event: 'user.invited', subjectKind: 'user', subjectId: userId })
  doer.audit({
    event: 'membership.given',
    subjectKind: 'membership',
    subjectId: membershipId,
    detail: { user: userId, role: invitation.role, administrator: invitation.administrator },
  })
  return { userId, membershipId, at: now }
}

async function organisationToServe(
  { tx, me }: Doer,
  { organisationId, role, from, to }: Invitation,
) {
  const organisation = await tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'team', 'closed_on'])
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!organisation) throw new NotFound()
  if (me.role !== 'data-steward' && organisationId !== me.organisationId) throw new NotFound()
  if (organisation.closed_on && organisation.closed_on < from)
    throw new Refusal(`${organisation.name} is closed`)
  if (!rolesToGive(organisation, me).includes(role))
    throw new Refusal(`${roleNames[role]} is not a role at ${organisation.name}`)
  if (to && to < from) throw new Refusal('The last day must not be before the first')
  return organisation
}

async function giveMembership({ tx, me }: Doer, userId: UserId, invitation: Invitation) {
  const { organisationId, role, administrator, from, to } = invitation
  const held = await tx
    .selectFrom('membership')
    .select('id')
    .where('user_id', '=', userId)
    .where('organisation_id', '=', organisationId)
    .where('role', '=', role)
    .where(eb => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', from)]))
    .where('valid_from', '<=', to ?? sql<IsoDate>`'infinity'::date`)
    .executeTakeFirst()
  if (held)
    throw new Refusal('This person has that role at that organisation already. Change it instead.')
  const id = newId<MembershipId>()
  await tx
    .insertInto('membership')
    .values({
      id,
      user_id: userId,
      organisation_id: organisationId,
      role,
      administrator,
      valid_from: from,
      valid_to: to,
      given_by: me.userId,
    })
    .execute()
  return id
}

async function tellOfRole(
  { tx, me, now }: Doer,
  secret: Secret,
  { userId, email, isNew, role }: { userId: string; email: string; isNew: boolean; role: string },
) {
  const mail = {
    kind: isNew ? 'invitation' : 'role',
    to: { address: email, userId },
    fromOrganisationId: me.organisationId,
  }
  if (isNew) {
    const linkId = await makeLink(tx, secret, {
      kind: 'invitation',
      userId,
      madeBy: me.userId,
      now,
    })
    await sendMail(tx, {
      ...mail,
      linkId,
      subject: 'You are invited to use Onroll',
      body: `${me.name} of ${me.organisationName} invites you to use Onroll as: ${role}.\n\nChoose a password within seven days:\n\n{link}\n\nIf you do not know what this is about, do nothing.`,
    })
  } else
    await sendMail(tx, {
      ...mail,
      subject: 'You have a new role in Onroll',
      body: `${me.name} of ${me.organisationName} has given you a role in Onroll: ${role}. Switch to it after signing in.`,
    })
}
