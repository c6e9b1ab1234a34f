import { sql } from 'kysely'
import { londonDay } from '#domain/dates.ts'
import { type AuditEntry, remember } from '#platform/audit.ts'
import type { Db } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Secret } from '#platform/secret.ts'
import { type Me, sessionOf, startSession } from '#platform/sessions.ts'

export interface Actor {
  readonly userId: string
  readonly membershipId: string
}

export interface Stage {
  readonly db: Db
  readonly secret: Secret
  readonly today: import('#domain/dates.ts').IsoDate
  /** One transaction of one person at a moment gone by (or now): the same commands as behind the pages. */
  as<T>(actor: Actor, at: Date, work: (doer: Doer) => Promise<T>): Promise<T>
  /** Signs everybody out again. */
  strike(): Promise<void>
}

/** Where the demonstration is acted: each person signs in once, and everything is remembered as on any other day. */
export function stageOn(db: Db, secret: Secret, now: Date): Stage {
  const signedIn = new Map<string, Promise<Me>>()
  let scene = 0

  async function signIn({ userId, membershipId }: Actor): Promise<Me> {
    const token = await db.as({ purpose: 'demo' }, tx =>
      startSession(tx, { userId, membershipId, secondFactor: true }),
    )
    const me = await sessionOf(db, token)
    if (!me) throw new Error('A person of the demonstration could not sign in')
    return me
  }

  return {
    db,
    secret,
    today: londonDay(now),
    async as(actor, at, work) {
      const me = await (signedIn.get(actor.membershipId) ??
        signedIn.set(actor.membershipId, signIn(actor)).get(actor.membershipId) ??
        signIn(actor))
      const entries: AuditEntry[] = []
      scene += 1
      return db.as({ ...me, purpose: 'request' }, async tx => {
        // Nobody is told that a scene is kept: the last transaction, which waits for the disk, keeps them all.
        await sql`set local synchronous_commit = off`.execute(tx)
        // What is told of today is told up to now: papers that come out this afternoon could not be read this morning.
        const moment = at > now ? now : at
        const result = await work({
          tx,
          me,
          now: moment,
          today: londonDay(moment),
          audit: entry => entries.push(entry),
        })
        await remember(tx, `demonstration ${scene}`, entries)
        return result
      })
    },
    async strike() {
      for (const signing of signedIn.values()) {
        const me = await signing
        await db.as({ ...me, purpose: 'request' }, tx =>
          tx
            .updateTable('session')
            .set({ ended_at: now, ended_because: 'the demonstration was loaded' })
            .where('id', '=', me.sessionId)
            .execute(),
        )
      }
    },
  }
}
