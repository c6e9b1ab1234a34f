import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { MembershipId, OrganisationId, SessionId, UserId } from '#domain/ids.ts'
import { newId } from '#domain/ids.ts'
import type { Role } from '#domain/permissions.ts'
import type { Db, Tx } from './database/database.ts'

/** The person of a request, and the one membership that is active. Read anew for every request. */
export interface Me {
  readonly userId: UserId
  readonly name: string
  readonly email: string
  readonly sessionId: SessionId
  readonly csrfSecret: Buffer
  readonly secondFactorAt: Date | undefined
  readonly otherHats: number
  /** After so long without use the session ends; nothing where a person is acted for without one. */
  readonly idleMinutes?: number
  readonly membershipId: MembershipId | undefined
  readonly role: Role | undefined
  readonly administrator: boolean
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly organisationKind:
    | 'authority'
    | 'team'
    | 'partnership'
    | 'school'
    | 'provider'
    | undefined
}

/** Idle 30 minutes (15 on a shared computer), 12 hours in all: security AU-04. */
const limits = { idle: '30 minutes', sharedIdle: '15 minutes', absolute: '12 hours' }

const hashOf = (token: string) => createHash('sha256').update(token).digest()

/** The live session behind a cookie's token, if any. The token itself is stored nowhere. */
export async function sessionOf(db: Db, token: string | undefined): Promise<Me | undefined> {
  if (!token || token.length > 100) return undefined
  const { rows } = await db.app.query(
    'select * from onroll.open_session($1, $2::interval, $3::interval, $4::interval)',
    [hashOf(token), limits.idle, limits.sharedIdle, limits.absolute],
  )
  const row = rows[0]
  if (!row) return undefined
  return {
    userId: row.user_id,
    name: row.user_name,
    email: row.email,
    sessionId: row.session_id,
    csrfSecret: row.csrf_secret,
    secondFactorAt: row.second_factor_at ?? undefined,
    otherHats: row.other_hats,
    idleMinutes: row.shared_computer ? 15 : 30,
    membershipId: row.membership_id ?? undefined,
    role: row.role ?? undefined,
    administrator: row.administrator ?? false,
    organisationId: row.organisation_id ?? ('' as OrganisationId),
    organisationName: row.organisation_name ?? '',
    organisationKind: row.organisation_kind ?? undefined,
  }
}

/** The session behind a token that timed out today, as far as it takes to know its forms again. */
export async function timedOutSession(
  db: Db,
  token: string | undefined,
): Promise<Pick<Me, 'userId' | 'sessionId' | 'csrfSecret' | 'membershipId'> | undefined> {
  if (!token || token.length > 100) return undefined
  const { rows } = await db.app.query('select * from onroll.timed_out_session($1)', [hashOf(token)])
  const [row] = rows
  return (
    row && {
      userId: row.user_id,
      sessionId: row.session_id,
      csrfSecret: row.csrf_secret,
      membershipId: row.membership_id ?? undefined,
    }
  )
}

/**
 * Opens a session with a new token (never one that the browser brought: fixation) and returns the token.
 * With six open already, the oldest ends. The transaction must carry the purpose 'sign-in' or 'demo'.
 */
export async function startSession(
  tx: Tx,
  {
    userId,
    membershipId,
    secondFactor,
    sharedComputer = false,
    device,
    address,
  }: {
    userId: string
    membershipId: string | undefined
    secondFactor: boolean
    sharedComputer?: boolean
    device?: string | undefined
    address?: string | undefined
  },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('session')
    .values({
      id: newId(),
      token_hash: hashOf(token),
      user_id: userId,
      membership_id: membershipId ?? null,
      csrf_secret: randomBytes(32),
      second_factor_at: secondFactor ? new Date() : null,
      shared_computer: sharedComputer,
      device: device?.slice(0, 200) ?? null,
      address: address ?? null,
    })
    .execute()
  await sql`update onroll.session set ended_at = now(), ended_because = 'too many sessions'
    where user_id = ${userId} and ended_at is null and id in (
      select id from onroll.session where user_id = ${userId} and ended_at is null
      order by started_at desc, id desc offset 6)`.execute(tx)
  return token
}

/** Gives a session a new token after a rise in trust: one that leaked before is worth nothing after. */
export async function renewSession(
  tx: Tx,
  { sessionId }: Pick<Me, 'sessionId'>,
  { secondFactor, now }: { secondFactor: boolean; now: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx
    .updateTable('session')
    .set({ token_hash: hashOf(token), ...(secondFactor ? { second_factor_at: now } : {}) })
    .where('id', '=', sessionId)
    .execute()
  return token
}

/** Ends every other session of a person, and says why. */
export async function endOtherSessions(
  tx: Tx,
  { userId, sessionId }: { userId: string; sessionId?: string | undefined },
  why: string,
) {
  await tx
    .updateTable('session')
    .set({ ended_at: sql`now()`, ended_because: why })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .$if(sessionId !== undefined, query => query.where('id', '!=', sessionId ?? ''))
    .execute()
}

/** Ends one session; the token in its browser is worth nothing from the next request on. */
export async function endSession(tx: Tx, sessionId: string, why: string) {
  await tx
    .updateTable('session')
    .set({ ended_at: sql`now()`, ended_because: why })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute()
}

/**
 * What each form carries to prove that it came from a page of ours, shown in this session, under one membership: a form
 * that was opened as a school's user must not be sent as a partnership's.
 */
export const csrfToken = (me: Pick<Me, 'csrfSecret' | 'sessionId' | 'membershipId'>) =>
  tokenFor(me, me.membershipId ?? 'none')

const tokenFor = ({ csrfSecret, sessionId }: Pick<Me, 'csrfSecret' | 'sessionId'>, hat: string) =>
  `${hat}.${createHmac('sha256', csrfSecret).update(`${sessionId} ${hat}`).digest('base64url')}`

/** 'other hat': genuine, but shown before the person switched to the organisation that is active now. */
export function csrfMatches(
  me: Pick<Me, 'csrfSecret' | 'sessionId' | 'membershipId'>,
  token: unknown,
): 'genuine' | 'other hat' | 'forged' {
  if (typeof token !== 'string') return 'forged'
  const [hat = ''] = token.split('.')
  const expected = Buffer.from(tokenFor(me, hat))
  const given = Buffer.from(token)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return 'forged'
  return hat === (me.membershipId ?? 'none') ? 'genuine' : 'other hat'
}
