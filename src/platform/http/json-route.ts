import { may, type Permission } from '#domain/permissions.ts'
import type { Me } from '../sessions.ts'
import type { Route } from './page.tsx'
import type { Http, Site } from './visit.ts'

/** What a route of the API states. It answers JSON, its faults too, and knows nobody’s records. */
export interface JsonRoute {
  readonly path: `/api/v1/${string}`
  readonly method: 'GET' | 'POST'
  /** 'anyone' for what describes the service itself. */
  readonly permission: Permission | 'anyone'
  readonly answer: (c: Http, me: Me | undefined, site: Site) => Promise<JsonAnswer> | JsonAnswer
}
export interface JsonAnswer {
  readonly status?: 200 | 400 | 413 | 415 | 422
  readonly body: unknown
}

/** A route of the API that reads no record of anybody, so that it needs no transaction. */
export const jsonRoute = ({ path, method, permission, answer }: JsonRoute): Route => ({
  path,
  method,
  permission,
  discloses: 'nothing personal',
  mount: (app, site) =>
    app.on(method, path, async c => {
      c.set('route', path)
      const me = c.get('me')
      const fault = permission === 'anyone' ? undefined : faultOf(me, permission)
      if (fault) return c.json(problem(fault.message), fault.status)
      const { status = 200, body } = await answer(c, me, site)
      return c.json(body as object, status)
    }),
})

/** What is wrong, in the shape that the API always says it. */
export const problem = (message: string, path = '') => ({ error: { path, message } })

function faultOf(me: Me | undefined, permission: Permission) {
  if (!me)
    return { status: 401, message: 'Sign in first: this needs the cookie of a session.' } as const
  return me.membershipId && may(me, permission)
    ? undefined
    : ({ status: 403, message: 'You may not ask this.' } as const)
}
