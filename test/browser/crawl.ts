import type { Route } from '#platform/http/page.tsx'
import { areParameters } from '#platform/http/path-parameters.ts'
import type { Browser } from '#testing/browser.ts'

/** Somebody in front of a browser, and where they stand. */
export interface Window {
  readonly who: string
  readonly browser: Browser
  /** Pages that only a deed or a letter leads to: looked at first. */
  readonly starts: readonly string[]
}

export interface Found {
  readonly path: string
  readonly isPage: boolean
}
export interface Walk {
  /** By the path of the route and the list shown at it: one page or more of it. */
  readonly found: ReadonlyMap<string, readonly Found[]>
  /** Links that led to no page, with where they stood; one of a kind. */
  readonly broken: readonly string[]
}

/** How many pages of one route a person comes upon: more of those that are a record, which differ by its state. */
const enough = (route: string) => limits.find(([sort]) => sort.test(route))?.[1] ?? 1
const limits: readonly (readonly [RegExp, number])[] = [
  [/^\/(cases|referrals|meetings|on-roll|decisions|organisations|questions)\/:\w+$/, 6],
  [/^\/meetings\/:meeting\/items\/:item$/, 3],
]

/** A list shows another page for each of its tabs and kinds. */
function listOf(path: string) {
  const { searchParams } = new URL(path, 'http://x')
  return searchParams.get('tab') ?? searchParams.get('kind') ?? ''
}

/** Follows every link from where somebody stands and from their own page, as far as there is something new to see. */
export async function walk(routes: readonly Route[], { browser, starts }: Window): Promise<Walk> {
  const found = new Map<string, Found[]>()
  const broken = new Map<string, string>()
  const seen = new Set<string>()
  const wandered = new Map<string, number>()
  const waiting = [...starts, '/'].map(path => ({ path, from: 'the start' }))
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const route = routeOf(routes, next.path)
    if (!route) {
      broken.set(sortOf(next.path), `${next.path} (on ${next.from}) is no page`)
      continue
    }
    const sort = `${route}${listOf(next.path)}`
    if (next.from !== 'the start') {
      const times = wandered.get(sort) ?? 0
      if (times >= enough(route)) continue
      wandered.set(sort, times + 1)
    }
    await browser.visit(next.path)
    if (browser.status !== 200)
      broken.set(sortOf(next.path), `${next.path} (on ${next.from}) answers ${browser.status}`)
    const isPage = browser.headers.get('content-type')?.startsWith('text/html') ?? false
    if (browser.status === 200)
      found.set(sort, [...(found.get(sort) ?? []), { path: next.path, isPage }])
    if (!isPage) continue
    for (const href of hrefsIn(browser.body)) {
      const to = new URL(href, `http://127.0.0.1${browser.url}`)
      const path = to.pathname + to.search
      if (to.hostname !== '127.0.0.1' || seen.has(path) || path.startsWith('/assets/')) continue
      seen.add(path)
      waiting.push({ path, from: browser.url })
    }
  }
  return { found, broken: [...broken.values()] }
}

/** Where the links of a page lead, as it was written: there are thousands of pages, and nothing else of them is asked. */
const hrefsIn = (html: string) =>
  [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )

/** One of many links of the same kind is enough to complain of. */
const sortOf = (path: string) => path.replace(/\?.*/, '').replace(/[0-9a-f-]{36}/g, ':id')

/** The page that answers at this path: the one whose own words fit best. */
export function routeOf(routes: readonly Route[], path: string): string | undefined {
  const { pathname } = new URL(path, 'http://x')
  return routes
    .filter(({ method, path: pattern }) => method !== 'POST' && fits(pattern, pathname))
    .map(({ path: pattern }) => pattern)
    .sort((a, b) => a.split(':').length - b.split(':').length)[0]
}

function fits(pattern: string, pathname: string) {
  const [wanted, given] = [pattern.split('/'), pathname.split('/')]
  if (wanted.length !== given.length) return false
  return wanted.every((part, at) => {
    const text = given[at] ?? ''
    return part.startsWith(':')
      ? part === ':token' || areParameters({ [part.slice(1)]: text })
      : part === text
  })
}
