import { getCookie } from 'hono/cookie'
import type { ZodType } from 'zod'
import { londonDay } from '#domain/dates.ts'
import type { Flash } from '#govuk/page-context.ts'
import { type AuditEntry, remember } from '../audit.ts'
import {
  addCookie,
  addFlash,
  cookieName,
  dropCookie,
  dropSessionToken,
  keepSessionToken,
} from './cookies.ts'
import { addressOf } from './rate-limit.ts'
import { GoTo } from './respond.tsx'
import type { Http, Params, Site } from './visit.ts'
import { queryOf } from './visiting.tsx'
import type { Purpose, Step, Visitor } from './visitor.ts'
import { newVisitor, visitorCookie, visitorToken } from './visitor-token.ts'

/** Around every page for people who need not be signed in: who asks from where, and the cookies they leave with. */
export function visitingSignedOut<Path extends string, Query>(
  site: Site,
  spec: { path: Path; query?: ZodType<Query> },
  work: (visitor: Visitor<Path, Query>, c: Http) => Promise<Response>,
) {
  return async (c: Http): Promise<Response> => {
    c.set('route', spec.path)
    const now = site.now()
    const kept: ((response: Response) => void)[] = []
    const told: { flash?: Flash } = {}
    const browser = greet(c, site, kept)
    const visitor: Visitor<Path, Query> = {
      me: c.get('me'),
      now,
      today: londonDay(now),
      params: c.req.param() as Params<Path>,
      query: queryOf(spec, c),
      requestId: c.get('requestId'),
      site,
      address: addressOf(c, site),
      browser,
      device: c.req.header('user-agent')?.slice(0, 200),
      cookie: name => getCookie(c, cookieName(site, name)),
      keepCookie: (name, value, seconds) =>
        kept.push(response => addCookie(response, site, name, value, seconds)),
      dropCookie: name => kept.push(response => dropCookie(response, site, name)),
      keepSession: token => kept.push(response => keepSessionToken(response, site, token)),
      dropSession: () => kept.push(response => dropSessionToken(response, site)),
      flash: (text, type = 'success') => {
        told.flash = { text, type }
      },
      inTransaction: (purpose, step) => transaction(site, c, purpose, step),
      isPlace: c.get('isPlace'),
    }
    const response = await work(visitor, c).catch(error => {
      if (error instanceof GoTo) return c.redirect(error.to, 303)
      throw error
    })
    for (const keep of kept) keep(response)
    if (told.flash) addFlash(response, site, told.flash)
    return response
  }
}

/** Every browser gets a cookie, from which the tokens of its forms are made while nobody is signed in. */
function greet(c: Http, site: Site, kept: ((response: Response) => void)[]) {
  const known = getCookie(c, cookieName(site, visitorCookie))
  const visitor = known ?? newVisitor()
  c.set('visitorToken', visitorToken(site, visitor))
  if (!known) kept.push(response => addCookie(response, site, visitorCookie, visitor))
  return visitor
}

const transaction = <T>(
  site: Site,
  c: Http,
  purpose: Purpose,
  work: (step: Step) => Promise<T>,
): Promise<T> =>
  site.db.as({ purpose }, async tx => {
    const entries: AuditEntry[] = []
    const result = await work({ tx, audit: entry => entries.push(entry) })
    await remember(tx, c.get('requestId'), entries)
    return result
  })
