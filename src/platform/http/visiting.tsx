import type { ZodType } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { may, type Permission } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { ErrorPage } from '#govuk/index.ts'
import type { Flash } from '#govuk/page-context.ts'
import { type AuditEntry, remember } from '../audit.ts'
import type { Tx } from '../database/database.ts'
import { withoutProtected } from '../protected-guard.ts'
import type { Me } from '../sessions.ts'
import { answersOf } from './answers.ts'
import { ConfirmFirst } from './confirm-first.ts'
import { addFlash, keepSessionToken } from './cookies.ts'
import { holdForm, signInAndComeBack } from './held-form.ts'
import { helpForStep } from './help-for-step.ts'
import { areParameters } from './path-parameters.ts'
import { GoTo, htmlResponse } from './respond.tsx'
import type { Http, Params, Site, Visit } from './visit.ts'

type Spec<Path extends string, Query> = {
  path: Path
  permission: Permission
  query?: ZodType<Query>
}

/** Signed in, permitted, inside one transaction, with what happened remembered in it: around every page. */
export function visiting<Path extends string, Query>(
  site: Site,
  spec: Spec<Path, Query>,
  work: (visit: Visit<Path, Query>, c: Http) => Promise<Response>,
) {
  return async (c: Http): Promise<Response> => {
    c.set('route', spec.path)
    if (!areParameters(c.req.param())) throw new NotFound()
    const me = c.get('me')
    if (!me) return c.redirect(await signInAndComeBack(c, site), 303)
    if (!me.membershipId && spec.permission !== 'account.own') return c.redirect('/account/hat')
    if (!me.secondFactorAt && !site.configuration.demo && spec.permission !== 'account.own')
      return c.redirect('/account/second-factor')
    if (!may(me, spec.permission)) return refuse(site, me, spec, c)
    try {
      return await inOneTransaction(site, me, spec, c, work)
    } catch (error) {
      if (error instanceof GoTo) return c.redirect(error.to, 303)
      if (error instanceof ConfirmFirst) return confirmFirst(site, me, c)
      throw error
    }
  }
}

async function inOneTransaction<Path extends string, Query>(
  site: Site,
  me: Me,
  spec: Spec<Path, Query>,
  c: Http,
  work: (visit: Visit<Path, Query>, c: Http) => Promise<Response>,
) {
  const now = site.now()
  const entries: AuditEntry[] = []
  const told: { flash?: Flash; token?: string } = {}
  const response = await site.db.as({ ...me, purpose: 'request' }, async tx => {
    if (me.membershipId) c.set('help', await helpForStep(tx, site, spec.path))
    const answer = await work(
      {
        tx,
        me,
        now,
        today: londonDay(now),
        params: c.req.param() as Params<Path>,
        query: queryOf(spec, c),
        requestId: c.get('requestId'),
        site,
        audit: entry => entries.push(entry),
        flash: (text, type = 'success') => {
          told.flash = { text, type }
        },
        isPlace: c.get('isPlace'),
        keepSession: token => {
          told.token = token
        },
      },
      c,
    )
    const guarded = await withoutProtectedAddresses(tx, site, answer)
    await remember(tx, c.get('requestId'), entries)
    return guarded
  })
  if (told.flash) addFlash(response, site, told.flash)
  if (told.token) keepSessionToken(response, site, told.token)
  return response
}

/** Whatever leaves as text is looked through for addresses that this person may not know (security 3.5, rule 6). */
async function withoutProtectedAddresses(tx: Tx, site: Site, answer: Response): Promise<Response> {
  if (!/^(text\/|application\/json)/.test(answer.headers.get('content-type') ?? '')) return answer
  const text = await answer.text()
  return new Response(await withoutProtected(tx, site.secret, text), answer)
}

/** A filter that makes no sense is shown as if it had not been set: a bookmarked list must not break. */
export function queryOf<Query>({ query }: { query?: ZodType<Query> }, c: Http): Query {
  if (!query) return {} as Query
  const asked = Object.fromEntries(
    Object.entries(c.req.queries()).map(([name, values]) => [
      name,
      values.length > 1 ? values : values[0],
    ]),
  )
  const result = query.safeParse(asked)
  return result.success ? result.data : query.parse({})
}

/** The work was undone; what was sent is kept, and goes on once the person has confirmed that it is them. */
async function confirmFirst(site: Site, me: Me, c: Http) {
  const { pathname, search } = new URL(c.req.url)
  const path = pathname + search
  if (c.req.method === 'GET')
    return c.redirect(`/account/confirm?next=${encodeURIComponent(path)}`, 303)
  const answers = await answersOf(c)
  const id = await site.db.as({ ...me, purpose: 'request' }, tx =>
    holdForm({ tx, userId: me.userId, now: site.now(), site }, { path, answers }),
  )
  return c.redirect(`/account/confirm?next=${encodeURIComponent(`/account/continue/${id}`)}`, 303)
}

/** Refused attempts are remembered in a transaction of their own. */
async function refuse(site: Site, me: Me, { path, permission }: Spec<string, unknown>, c: Http) {
  await site.db.as({ ...me, purpose: 'request' }, tx =>
    remember(tx, c.get('requestId'), [
      {
        event: 'access.refused',
        subjectKind: 'route',
        outcome: 'refused',
        detail: { path, permission },
      },
    ]),
  )
  return htmlResponse(c, site, <ErrorPage status={403} />, 403)
}
