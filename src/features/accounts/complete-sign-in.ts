import { sql } from 'kysely'
import type { Step, Visitor } from '#platform/http/visitor.ts'
import { endSession, startSession } from '#platform/sessions.ts'
import { rememberDevice } from './known-device.ts'
import { suitableMembership } from './suitable-membership.query.ts'

/**
 * Opens the session of somebody who has proved who they are. Its token is new, whatever the browser brought with it,
 * and a session that was open in this browser ends.
 */
export async function completeSignIn(
  { tx, audit }: Step,
  visitor: Visitor,
  person: {
    userId: string
    email: string
    sharedComputer: boolean
    /** What it rested on. Without a second factor the session leads to setting one up, and nowhere else. */
    by: 'password' | 'authenticator app' | 'recovery code' | 'passkey' | 'invitation' | 'set-up'
  },
) {
  const secondFactor = ['authenticator app', 'recovery code', 'passkey'].includes(person.by)
  if (visitor.me) await endSession(tx, visitor.me.sessionId, 'signed in again')
  const token = await startSession(tx, {
    userId: person.userId,
    membershipId: await suitableMembership(tx, person.userId),
    secondFactor,
    sharedComputer: person.sharedComputer,
    device: visitor.device,
    address: visitor.address,
  })
  await tx
    .updateTable('user_account')
    .set({ last_signed_in_at: sql`now()` })
    .where('id', '=', person.userId)
    .execute()
  audit({
    event: 'session.started',
    subjectKind: 'user',
    subjectId: person.userId,
    userId: person.userId,
    detail: { by: person.by },
  })
  visitor.keepSession(token)
  if (!person.sharedComputer) rememberDevice(visitor, person.email)
}
