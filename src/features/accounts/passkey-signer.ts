import {
  type AuthenticationResponseJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server'
import type { Tx } from '#platform/database/database.ts'
import type { Site } from '#platform/http/visit.ts'
import { isOurChallenge, relyingParty, takeChallenge } from './passkey-ceremony.ts'

interface Asked {
  readonly site: Site
  readonly now: Date
  /** The browser or session to which the challenge was shown. */
  readonly shownTo: string
}

/**
 * Whose passkey signed this answer: for our address, to a challenge of ours that was not answered before, with the
 * person verified, and with a counter that went on. Undefined when any of that is not so.
 */
export async function passkeySigner(
  tx: Tx,
  { site, now, shownTo }: Asked,
  answer: AuthenticationResponseJSON,
): Promise<string | undefined> {
  const held = await tx
    .selectFrom('passkey')
    .select(['id', 'user_id', 'public_key', 'counter', 'credential'])
    .where('credential', '=', answer.id)
    .forUpdate()
    .executeTakeFirst()
  if (!held || userOf(answer, held.user_id) !== held.user_id) return undefined
  const used: string[] = []
  const { origin, id } = relyingParty(site)
  const signed = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge => {
      used.push(challenge)
      return isOurChallenge(site.secret, shownTo, challenge, now)
    },
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: true,
    credential: {
      id: held.credential,
      publicKey: new Uint8Array(held.public_key),
      counter: held.counter,
    },
  }).catch(() => undefined)
  if (!signed?.verified || !(await takeChallenge(tx, used[0] ?? '', now, held.user_id)))
    return undefined
  await tx
    .updateTable('passkey')
    .set({ counter: signed.authenticationInfo.newCounter, last_used_at: now })
    .where('id', '=', held.id)
    .execute()
  return held.user_id
}

/** The person that the device believes the passkey to be of; some devices do not say. */
const userOf = ({ response }: AuthenticationResponseJSON, otherwise: string) =>
  response.userHandle ? Buffer.from(response.userHandle, 'base64url').toString() : otherwise
