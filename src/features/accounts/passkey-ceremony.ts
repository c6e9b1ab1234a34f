import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import type { Tx } from '#platform/database/database.ts'
import type { Site } from '#platform/http/visit.ts'
import type { Visitor } from '#platform/http/visitor.ts'
import type { Secret } from '#platform/secret.ts'

const lifetime = 10 * 60_000

/** Whom a browser believes it is talking to: passkeys are bound to it. */
export const relyingParty = ({ configuration }: Pick<Site, 'configuration'>) => {
  const { origin, hostname } = new URL(configuration.baseUrl)
  return { origin, id: hostname }
}

/** The same for everybody who asks, so that nobody learns who has a passkey. */
export const passkeyOptions = (
  { site, now }: Pick<Visitor, 'site' | 'now'>,
  shownTo: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({
    rpID: relyingParty(site).id,
    challenge: newChallenge(site.secret, shownTo, now),
    userVerification: 'required',
  })

export const newPasskeyOptions = (
  site: Site,
  { sessionId, userId, email, name }: Record<'sessionId' | 'userId' | 'email' | 'name', string>,
  having: readonly string[],
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: 'Onroll',
    rpID: relyingParty(site).id,
    userID: new Uint8Array(Buffer.from(userId)),
    userName: email,
    userDisplayName: name,
    challenge: newChallenge(site.secret, sessionId, site.now()),
    excludeCredentials: having.map(id => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })

/** A challenge that needs no row: random, its end, and a seal over both and over whom it was shown to. */
function newChallenge(secret: Secret, shownTo: string, now: Date) {
  const body = Buffer.alloc(24)
  randomBytes(16).copy(body)
  body.writeBigInt64BE(BigInt(now.getTime() + lifetime), 16)
  return new Uint8Array(Buffer.concat([body, sealOf(secret, shownTo, body)]))
}

/** Did we show this challenge to this browser or session, and not long ago? */
export function isOurChallenge(secret: Secret, shownTo: string, challenge: string, now: Date) {
  const bytes = Buffer.from(challenge, 'base64url')
  if (bytes.length !== 56) return false
  const body = bytes.subarray(0, 24)
  return (
    timingSafeEqual(bytes.subarray(24), sealOf(secret, shownTo, body)) &&
    Number(body.readBigInt64BE(16)) > now.getTime()
  )
}

const sealOf = (secret: Secret, shownTo: string, body: Buffer) =>
  createHmac('sha256', secret.key('passkey challenge')).update(shownTo).update(body).digest()

/** Uses a challenge up. False when an answer to it has been accepted before: somebody replays it. */
export async function takeChallenge(tx: Tx, challenge: string, now: Date, userId: string) {
  const hex = Buffer.from(challenge, 'base64url').subarray(0, 16).toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const taken = await tx
    .insertInto('challenge')
    .values({
      id,
      user_id: userId,
      kind: 'passkey',
      value: '',
      expires_at: new Date(now.getTime() + lifetime),
      used_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}
