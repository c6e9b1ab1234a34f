import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Site } from './visit.ts'

/** The cookie of a browser in which nobody is signed in; its forms carry a token that only we can make of it. */
export const visitorCookie = 'onroll-visitor'

export const newVisitor = () => randomBytes(32).toString('base64url')

export const visitorToken = ({ secret }: Pick<Site, 'secret'>, visitor: string) =>
  createHmac('sha256', secret.key('visitor forms')).update(visitor).digest('base64url')

/** Was this form shown to the browser that sends it? (The double-submit cookie, signed.) */
export function visitorMatches(site: Site, visitor: string | undefined, token: unknown): boolean {
  if (!visitor || typeof token !== 'string') return false
  const expected = Buffer.from(visitorToken(site, visitor))
  const given = Buffer.from(token)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
