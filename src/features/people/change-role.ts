import { sql } from 'kysely'
import { addDays, earlierOf, type IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { type Role, roleNames } from '#domain/permissions.ts'
import { Refusal } from '#domain/refusal.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import { sendMail } from '#platform/mail.ts'
import type { rolesHeld } from './person.query.ts'
import { rolesToGive } from './roles-for.ts'

type Held = Awaited<ReturnType<typeof rolesHeld>>[number]

/** Changes what somebody may do at an organisation. Their sessions end, so that the new rights hold everywhere at once. */
export async function changeRole(
  doer: Doer,
  held: Held,
  change: { role: Role; administrator: boolean; from: IsoDate; to: IsoDate | null },
) {
  if (!rolesToGive(held, doer.me).includes(change.role))
    throw new Refusal(`${roleNames[change.role]} is not a role at ${held.organisation}`)
  await write(doer, held, {
    role: change.role,
    administrator: change.administrator,
    valid_from: change.from,
    valid_to: change.to,
  })
  await afterwards(doer, held, 'role changed')
  await tell(
    doer,
    held,
    `Your role in Onroll at ${held.organisation} was changed to: ${roleNames[change.role]}${change.administrator ? ', administrator' : ''}.`,
  )
  doer.audit({
    event: 'membership.changed',
    subjectKind: 'membership',
    subjectId: held.id,
    detail: { user: held.userId, was: held.role, ...change },
  })
}

/** Ends a role, at once or after a last day that is still to come. */
export async function endRole(doer: Doer, held: Held, last: 'now' | IsoDate) {
  if (held.state === 'ended') throw new Refusal('This role has ended already')
  const { today, me } = doer
  if (last !== 'now' && last < today)
    throw new Refusal('The last day must be today or later; to end the role at once, choose that')
  // A role that is good until yesterday is good no more: every check reads days.
  const to = last === 'now' ? addDays(today, -1) : last
  await write(doer, held, {
    valid_to: to,
    valid_from: earlierOf(held.validFrom, to),
    ended_by: me.userId,
  })
  if (last === 'now') await afterwards(doer, held, 'role ended')
  await tell(
    doer,
    held,
    last === 'now'
      ? `Your role in Onroll at ${held.organisation} has ended: ${roleNames[held.role]}.`
      : `Your role in Onroll at ${held.organisation} ends after ${dayInWords(last)}: ${roleNames[held.role]}.`,
  )
  doer.audit({
    event: 'membership.ended',
    subjectKind: 'membership',
    subjectId: held.id,
    detail: { user: held.userId, role: held.role, last },
  })
}

async function write({ tx }: Doer, held: Held, change: Record<string, unknown>) {
  await changeOne(
    tx
      .updateTable('membership')
      .set(change)
      .where('id', '=', held.id)
      .where('version', '=', held.version),
    'This role',
  )
}

const afterwards = ({ tx }: Doer, { userId }: Held, why: string) =>
  sql`select end_sessions_of(${userId}, ${why})`.execute(tx)

const tell = ({ tx, me }: Doer, { userId, email }: Held, body: string) =>
  sendMail(tx, {
    kind: 'role',
    to: { address: email, userId },
    subject: 'Your role in Onroll has changed',
    body: `${body}\n\nIf you have a question, ask ${me.name} of ${me.organisationName}.`,
    fromOrganisationId: me.organisationId,
  })
