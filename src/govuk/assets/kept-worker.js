// Stands between the pages of visits and the network. Where the page for being on site cannot be reached, its place is taken
// by one that is the same for everybody: it holds no name, no token and no key. Nothing else is ever kept here: not one page
// that somebody signed in was shown.
const standIn = '/visits/without-signal'
const store = 'onroll-without-signal'
const visit = /^\/visits\/[0-9a-f-]{36}(\/on-site)?$/

/** A phone between two masts waits for minutes. Whoever stands there does not. */
const longest = 8_000

addEventListener('install', event => event.waitUntil(fill().then(() => skipWaiting())))
addEventListener('activate', event => event.waitUntil(clients.claim()))
addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin || request.method !== 'GET') return
  if (request.mode === 'navigate' && visit.test(pathname))
    event.respondWith(answer(event, pathname.endsWith('/on-site')))
  else if (pathname.startsWith('/assets/'))
    event.respondWith(caches.match(request).then(kept => kept ?? fetch(request)))
})

async function answer(event, isOnSite) {
  const asked = fetch(event.request)
  const first = await Promise.race([
    asked.catch(() => undefined),
    ...(isOnSite ? [new Promise(resolve => setTimeout(resolve, longest))] : []),
  ])
  if (!first) return (await caches.match(standIn)) ?? asked
  if (isOnSite && first.ok) event.waitUntil(fill().catch(() => undefined))
  return first
}

/** Fetches the page without saying who asks, and what it asks for itself; what an older one needed goes. */
async function fill() {
  const page = await fetch(standIn, { credentials: 'omit', cache: 'no-store' })
  if (!page.ok) throw new Error('There is nothing to keep')
  const html = await page.clone().text()
  const wanted = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
  const kept = await caches.open(store)
  const known = (await kept.keys()).map(({ url }) => new URL(url).pathname)
  await kept.addAll([...new Set(wanted)].filter(path => !known.includes(path)))
  await kept.put(standIn, page)
  for (const path of known) if (path !== standIn && !wanted.includes(path)) await kept.delete(path)
}
