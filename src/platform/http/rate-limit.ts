import { getConnInfo } from '@hono/node-server/conninfo'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { BadRequest } from './respond.tsx'
import type { Http } from './visit.ts'

// By person first: a school's staff share one address, and sixty of them must not shut each other out.
const byPerson = new RateLimiterMemory({ points: 600, duration: 60 })
const byAddress = new RateLimiterMemory({ points: 300, duration: 60 })

/** Refuses (429) a person who asks ten times a second for a minute, or an address that does so signed out. */
export async function limitRate(c: Http) {
  const me = c.get('me')
  try {
    await (me ? byPerson.consume(me.userId) : byAddress.consume(addressOf(c)))
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    c.header('retry-after', String(Math.ceil(refused.msBeforeNext / 1000)))
    throw new BadRequest(
      429,
      'You have asked for very many pages in a short while. Wait a minute and try again.',
    )
  }
}

/** The address of the peer that connected; what it says of others (X-Forwarded-For) is not believed. */
export function addressOf(c: Http): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
