import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { NotFound, Refusal } from '#domain/refusal.ts'
import { asset } from '#govuk/assets.ts'
import { ErrorPage, type ErrorStatus } from '#govuk/index.ts'
import { isUnavailable } from '../database/database.ts'
import { describeError } from '../log.ts'
import { sessionOf } from '../sessions.ts'
import { sessionToken } from './cookies.ts'
import { health } from './health.ts'
import { problem } from './json-route.ts'
import type { Route } from './page.tsx'
import { placesOf } from './places.ts'
import { limitRate } from './rate-limit.ts'
import { BadRequest, htmlResponse } from './respond.tsx'
import { forgedRequest, protect } from './security-headers.ts'
import type { Environment, Http, Site } from './visit.ts'

const largestForm = 1024 * 1024

/** The whole of HTTP: what stands before every page, and what becomes of every kind of wrong. */
export function createApp(site: Site, routes: readonly Route[]): Hono<Environment> {
  const app = new Hono<Environment>()
  const isPlace = placesOf(routes)

  app.use(async (c, next) => {
    c.set('requestId', randomBytes(9).toString('base64url'))
    c.set('nonce', randomBytes(16).toString('base64url'))
    c.set('route', 'none')
    c.set('isPlace', isPlace)
    const started = performance.now()
    await next()
    protect(c, site)
    logRequest(c, site, performance.now() - started)
  })
  health(app, site)
  app.get('/assets/*', c => assetResponse(c))
  app.use(async (c, next) => {
    if (forgedRequest(c, site)) throw new BadRequest(403, 'This form was sent from another site')
    await next()
  })
  const limitBody = bodyLimit({
    maxSize: largestForm,
    onError: () => {
      throw new BadRequest(413, 'That was too much text for one form')
    },
  })
  // Uploads stream to disk, and facts documents are larger than forms: both count for themselves.
  app.use((c, next) => (countsForItself(c) ? next() : limitBody(c, next)))
  app.use(async (c, next) => {
    c.set('me', await sessionOf(site.db, sessionToken(c, site)))
    await limitRate(c, site)
    await next()
  })
  for (const route of routes) route.mount(app, site)

  app.notFound(async c => asAsked(c, await errorPage(c, site, 404)))
  app.onError(async (error, c) => asAsked(c, await answerError(error, c, site)))
  return app
}

/** Who asks the API is told in JSON what a page would say to people. */
const asAsked = (c: Http, page: Response) =>
  c.req.path.startsWith('/api/')
    ? c.json(problem(apiWords[page.status] ?? 'This could not be answered'), page.status as 400)
    : page
const apiWords: Record<number, string> = {
  403: 'This request came from another site',
  404: 'There is nothing at this address',
  429: 'Too many requests. Wait a minute',
  500: 'Something went wrong here. It was not your document',
  503: 'The database is away. Try again in a moment',
}

const countsForItself = (c: Http) =>
  c.req.path === '/api/v1/rules/evaluations' ||
  (c.req.path.endsWith('/upload') &&
    c.req.header('content-type')?.startsWith('multipart/form-data') === true)

/** Three kinds of wrong: the domain's answer (404, 409), a request not in order (4xx), and a bug (500). */
function answerError(error: Error, c: Http, site: Site): Response | Promise<Response> {
  if (error instanceof NotFound) return errorPage(c, site, 404)
  if (error instanceof Refusal) return errorPage(c, site, 409, error.message)
  if (error instanceof BadRequest) {
    if (error.fields.length > 0)
      site.log.warn(
        { request: c.get('requestId'), route: c.get('route'), fields: error.fields },
        'unexpected field',
      )
    return htmlResponse(c, site, <ErrorPage status={409}>{error.message}</ErrorPage>, error.status)
  }
  if (error instanceof HTTPException) return errorPage(c, site, error.status === 404 ? 404 : 409)
  if (isUnavailable(error)) {
    site.log.warn({ request: c.get('requestId'), error: describeError(error) }, 'database away')
    c.header('retry-after', '5')
    return errorPage(c, site, 503)
  }
  if (isRefusedByDatabase(error)) {
    site.log.warn(
      { request: c.get('requestId'), route: c.get('route'), error: describeError(error) },
      'refused by the database',
    )
    return errorPage(c, site, 409, notYours)
  }
  // In full only where debugging is switched on: a message may quote what somebody wrote.
  site.log.debug({ err: error }, 'bug in full')
  site.log.error(
    { request: c.get('requestId'), route: c.get('route'), error: describeError(error) },
    'bug',
  )
  return errorPage(c, site, 500)
}

/** Row-level security or a guard said no after the page had said yes: somebody’s right ended, or was less than the page knew. */
const isRefusedByDatabase = (error: Error) => (error as { code?: string }).code === '42501'
const notYours =
  'Nothing was changed: this is not yours to change, or not any more. Go back and reload the page to see how it stands.'

const errorPage = (c: Http, site: Site, status: ErrorStatus, message?: string) =>
  htmlResponse(
    c,
    site,
    <ErrorPage status={status} {...(status === 500 ? { reference: c.get('requestId') } : {})}>
      {message}
    </ErrorPage>,
    status,
  )

function assetResponse(c: Http) {
  const found = asset(c.req.path)
  if (!found) throw new NotFound()
  if (c.req.header('if-none-match') === found.etag) return c.body(null, 304)
  return c.body(found.body as never, 200, {
    'content-type': found.type,
    etag: found.etag,
    'cache-control': found.cacheable
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=300',
    ...(found.worksFor ? { 'service-worker-allowed': found.worksFor } : {}),
  })
}

function logRequest(c: Http, site: Site, ms: number) {
  site.log.info(
    {
      request: c.get('requestId'),
      method: c.req.method,
      route: c.get('route'),
      status: c.res.status,
      ms: Math.round(ms),
      user: c.get('me')?.userId,
    },
    'request',
  )
}
