import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { newId } from '#domain/ids.ts'
import { roleNames } from '#domain/permissions.ts'
import type { FormState } from '#govuk/form-state.ts'
import { PageContext } from '#govuk/page-context.ts'
import { csrfToken, type Me } from '../sessions.ts'
import { takeFlash } from './cookies.ts'
import { deviceTag } from './device-key.ts'
import { navigationFor } from './navigation.ts'
import type { Http, Site } from './visit.ts'

/** A request that no page of ours sends. The message is shown; the fields, if any, are logged by name. */
export class BadRequest extends Error {
  readonly status: 400 | 403 | 413 | 429
  readonly fields: readonly string[]
  constructor(status: 400 | 403 | 413 | 429, message: string, fields: readonly string[] = []) {
    super(message)
    this.status = status
    this.fields = fields
  }
}

/** Thrown where a page finds that the reader belongs elsewhere. */
export class GoTo extends Error {
  readonly to: string
  constructor(to: string) {
    super(`Go to ${to}`)
    this.to = to
  }
}

export const emptyForm = (values: FormState['values'] = {}): FormState => ({ values, errors: {} })

type PageStatus = 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

/** A whole page, with who is asking and what their forms need around it. */
export function htmlResponse(c: Http, site: Site, view: VNode, status: PageStatus = 200): Response {
  const me = c.get('me')
  const path = new URL(c.req.url).pathname
  const context: PageContext = {
    user: me && signedInUser(site, me),
    nonce: c.get('nonce'),
    csrfToken: me ? csrfToken(me) : (c.get('visitorToken') ?? ''),
    formKey: () => newId(),
    navigation: me?.membershipId ? navigationFor(me, path) : [],
    path,
    demo: site.configuration.demo,
    footer: site.configuration.demo ? [...footer, demonstrationMail] : footer,
    help: me?.membershipId ? { article: c.get('help'), askHref: askHref(path) } : undefined,
    idleMinutes: me?.idleMinutes,
    flash: status === 200 ? takeFlash(c, site) : undefined,
  }
  const html = renderToString(<PageContext.Provider value={context}>{view}</PageContext.Provider>)
  return c.html(`<!DOCTYPE html>${html}`, status)
}

const footer = [
  { text: 'Help', href: '/help' },
  { text: 'Accessibility', href: '/accessibility' },
  { text: 'Privacy', href: '/privacy' },
]
const demonstrationMail = { text: 'Mail that would have been sent', href: '/demo/mail' }

/** A question is asked about the page on which it arose. */
const askHref = (path: string) =>
  path.startsWith('/questions')
    ? '/questions/new'
    : `/questions/new?about=${encodeURIComponent(path)}`

const signedInUser = (site: Site, me: Me) => ({
  name: me.name,
  role: me.role ? roleNames[me.role] : 'No active role',
  organisation: me.organisationName,
  deviceTag: deviceTag(site, me),
  switchHref: me.otherHats > 0 || !me.membershipId ? '/account/hat' : undefined,
})
