import { deleteCookie, generateCookie, getCookie } from 'hono/cookie'
import type { Flash } from '#govuk/page-context.ts'
import type { Http, Site } from './visit.ts'

/**
 * `__Host-` binds a cookie to this host and to HTTPS. Over plain HTTP (a demonstration on one machine) browsers and
 * clients drop such cookies, so there the name and the flag are left out.
 */
const secure = (site: Site) => site.configuration.baseUrl.startsWith('https:')
export const cookieName = (site: Site, name: string) => (secure(site) ? `__Host-${name}` : name)
const options = (site: Site) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: secure(site) }) as const

/** Put on the answer itself, once it is certain: what is prepared on the context would outlive a failure. */
export const addCookie = (
  response: Response,
  site: Site,
  name: string,
  value: string,
  seconds?: number,
) =>
  response.headers.append(
    'set-cookie',
    generateCookie(cookieName(site, name), value, {
      ...options(site),
      ...(seconds === undefined ? {} : { maxAge: seconds }),
    }),
  )
export const dropCookie = (response: Response, site: Site, name: string) =>
  addCookie(response, site, name, '', 0)

const session = 'onroll'
export const sessionToken = (c: Http, site: Site) => getCookie(c, cookieName(site, session))
export const keepSessionToken = (response: Response, site: Site, token: string) =>
  addCookie(response, site, session, token)
export const dropSessionToken = (response: Response, site: Site) =>
  dropCookie(response, site, session)

export const addFlash = (response: Response, site: Site, flash: Flash) =>
  addCookie(
    response,
    site,
    'onroll-flash',
    Buffer.from(JSON.stringify(flash)).toString('base64url'),
    60,
  )

/** What the last page wanted to say; it is said once. */
export function takeFlash(c: Http, site: Site): Flash | undefined {
  const name = cookieName(site, 'onroll-flash')
  const value = getCookie(c, name)
  if (!value) return undefined
  deleteCookie(c, name, options(site))
  try {
    const { type, text } = JSON.parse(Buffer.from(value, 'base64url').toString()) as Flash
    return { type: type === 'information' ? type : 'success', text: String(text).slice(0, 500) }
  } catch {
    return undefined
  }
}
