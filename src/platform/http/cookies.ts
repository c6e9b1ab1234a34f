import { deleteCookie, generateCookie, getCookie, setCookie } from 'hono/cookie'
import type { Flash } from '#govuk/page-context.ts'
import type { Http, Site } from './visit.ts'

/**
 * `__Host-` binds a cookie to this host and to HTTPS. Over plain HTTP (a demonstration on one machine) browsers and
 * clients drop such cookies, so there the name and the flag are left out.
 */
const secure = (site: Site) => site.configuration.baseUrl.startsWith('https:')
const nameOf = (site: Site, name: string) => (secure(site) ? `__Host-${name}` : name)
const options = (site: Site) =>
  ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: secure(site) }) as const

export const sessionToken = (c: Http, site: Site) => getCookie(c, nameOf(site, 'onroll'))
export const setSessionToken = (c: Http, site: Site, token: string) =>
  setCookie(c, nameOf(site, 'onroll'), token, options(site))
export const clearSessionToken = (c: Http, site: Site) => {
  deleteCookie(c, nameOf(site, 'onroll'), options(site))
}

/** Put on the answer itself, once it is certain: what is prepared on `c` would outlive a failure. */
export const addFlash = (response: Response, site: Site, flash: Flash) =>
  response.headers.append(
    'set-cookie',
    generateCookie(
      nameOf(site, 'onroll-flash'),
      Buffer.from(JSON.stringify(flash)).toString('base64url'),
      { ...options(site), maxAge: 60 },
    ),
  )

/** What the last page wanted to say; it is said once. */
export function takeFlash(c: Http, site: Site): Flash | undefined {
  const name = nameOf(site, 'onroll-flash')
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
