import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '#domain/refusal.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { action } from '#platform/http/page.tsx'
import { sendMail } from '#platform/mail.ts'
import { makeLink, revokeLinks } from '#platform/one-time-link.ts'
import { personAdministered } from './person.query.ts'

const load = ({ tx, me, params }: Parameters<Parameters<typeof action>[0]['load']>[0]) =>
  personAdministered(tx, me, (params as { person: string }).person)
const empty = z.object({})

export const inviteAgain = action({
  path: '/administration/people/:person/invite-again',
  permission: 'person.administer',
  load,
  schema: empty,
  async submit(visit, person) {
    if (person.last_signed_in_at)
      throw new Refusal(
        'This person has signed in already, and can ask for a new password themselves.',
      )
    const { tx, me, now } = visit
    const linkId = await makeLink(tx, visit.site.secret, {
      kind: 'invitation',
      userId: person.id,
      madeBy: me.userId,
      now,
    })
    await sendMail(tx, {
      kind: 'invitation',
      to: { address: person.email, userId: person.id },
      fromOrganisationId: me.organisationId,
      linkId,
      subject: 'You are invited to use Onroll',
      body: `${me.name} of ${me.organisationName} invites you again to use Onroll. Earlier links no longer work.\n\nChoose a password within seven days:\n\n{link}`,
    })
    visit.audit({ event: 'user.invited', subjectKind: 'user', subjectId: person.id })
    visit.flash('A new invitation is on its way')
    return `/administration/people/${person.id}`
  },
})

export const withdrawInvitation = action({
  path: '/administration/people/:person/withdraw-invitation',
  permission: 'person.administer',
  load,
  schema: empty,
  async submit(visit, person) {
    await revokeLinks(visit.tx, { userId: person.id, kind: 'invitation', now: visit.now })
    visit.audit({ event: 'invitation.withdrawn', subjectKind: 'user', subjectId: person.id })
    visit.flash('The invitation is withdrawn. Its link no longer works.')
    return `/administration/people/${person.id}`
  },
})

export const endSessionsOfPerson = action({
  path: '/administration/people/:person/end-sessions',
  permission: 'person.administer',
  load,
  schema: empty,
  async submit(visit, person) {
    requireRecentFactor(visit)
    await sql`select end_sessions_of(${person.id}, 'ended by an administrator')`.execute(visit.tx)
    visit.audit({
      event: 'session.ended',
      subjectKind: 'user',
      subjectId: person.id,
      detail: { all: 'by an administrator' },
    })
    visit.flash(`${person.name} is signed out everywhere`)
    return `/administration/people/${person.id}`
  },
})
