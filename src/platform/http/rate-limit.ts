import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { BadRequest } from './respond.tsx'
import type { Http, Site } from './visit.ts'

/** How often somebody may ask, counted by each site for itself. */
const limitsOfSite = () => ({
  // By person first: a school's staff share one address, and sixty of them must not shut each other out.
  byPerson: new RateLimiterMemory({ points: 600, duration: 60 }),
  byAddress: new RateLimiterMemory({ points: 300, duration: 60 }),
  /** How often one address may ask while nobody is signed in: for what costs much, less. */
  classes: {
    reading: new RateLimiterMemory({ points: 300, duration: 60 }),
    // A school's sixty people come at half past eight, each with a password and a code.
    'signing in': new RateLimiterMemory({ points: 200, duration: 60 }),
  },
})
type Limits = ReturnType<typeof limitsOfSite>
export type RateClass = keyof Limits['classes']

const counted = new WeakMap<Site, Limits>()

function limitsOf(site: Site): Limits {
  const limits = counted.get(site) ?? limitsOfSite()
  counted.set(site, limits)
  return limits
}

/** Refuses (429) a person who asks ten times a second for a minute, or an address that does so signed out. */
export async function limitRate(c: Http, site: Site) {
  const me = c.get('me')
  const { byPerson, byAddress } = limitsOf(site)
  await spend(c, () => (me ? byPerson.consume(me.userId) : byAddress.consume(addressOf(c, site))))
}

/** What costs as much as many pages counts as many, for a person who is signed in. */
export async function spendMore(c: Http, site: Site, points: number) {
  const me = c.get('me')
  if (me && points > 0) await spend(c, () => limitsOf(site).byPerson.consume(me.userId, points))
}

/** Looking at a form costs nothing but the page; sending it may cost a password's hash. */
export async function limitVisitors(
  rate: RateClass,
  address: string,
  method: 'GET' | 'POST',
  c: Http,
  site: Site,
) {
  const { classes } = limitsOf(site)
  await spend(c, () => classes[method === 'GET' ? 'reading' : rate].consume(address))
}

async function spend(c: Http, consume: () => Promise<unknown>) {
  try {
    await consume()
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    c.header('retry-after', String(Math.ceil(refused.msBeforeNext / 1000)))
    throw new BadRequest(
      429,
      'You have asked for very many pages in a short while. Wait a minute and try again.',
    )
  }
}

/**
 * The address of the peer that connected. What it says of others (X-Forwarded-For) is believed only of a proxy that
 * the operator named, and only its own word: the last one.
 */
export function addressOf(c: Http, site: Site): string {
  const peer = peerOf(c)
  if (!site.configuration.proxies.includes(peer)) return peer
  const told = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return told && isIP(told) ? told : peer
}

function peerOf(c: Http) {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
