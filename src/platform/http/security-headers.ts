import type { Http, Site } from './visit.ts'

/** On every answer, errors included. Nothing from anywhere but here; inline script only with this answer's nonce. */
export function protect(c: Http, site: Site) {
  const set = (name: string, value: string) => c.res.headers.set(name, value)
  // What somebody uploaded is answered in a sandbox of its own, which is stricter than ours.
  if (!c.res.headers.get('content-security-policy')?.startsWith('sandbox;'))
    set(
      'content-security-policy',
      [
        "default-src 'none'",
        `script-src 'self' 'nonce-${c.get('nonce')}'`,
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
      ].join('; '),
    )
  set('x-content-type-options', 'nosniff')
  set('referrer-policy', 'no-referrer')
  set('cross-origin-opener-policy', 'same-origin')
  set('cross-origin-resource-policy', 'same-origin')
  set(
    'permissions-policy',
    'camera=(), microphone=(), geolocation=(), payment=(), publickey-credentials-get=(self)',
  )
  if (site.configuration.baseUrl.startsWith('https:'))
    set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  if (!c.res.headers.has('cache-control')) set('cache-control', 'no-store')
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A change asked for by a page that is not ours. Browsers say so by Sec-Fetch-Site; older ones by Origin. */
export function forgedRequest(c: Http, site: Site): boolean {
  if (safe.has(c.req.method)) return false
  const fetchSite = c.req.header('sec-fetch-site')
  if (fetchSite) return fetchSite !== 'same-origin' && fetchSite !== 'none'
  const origin = c.req.header('origin')
  if (!origin || origin === 'null') return origin === 'null'
  return (
    origin !== new URL(c.req.url).origin && origin !== new URL(site.configuration.baseUrl).origin
  )
}
