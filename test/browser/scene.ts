import type { Role } from '#domain/permissions.ts'
import { Browser } from '#testing/browser.ts'
import type { TestSite } from '#testing/site.ts'
import type { Window } from './crawl.ts'
import { type Person, signedIn } from './people.ts'

/** Where the deeds are done. */
export interface Stage {
  readonly site: TestSite
  /** The one window of somebody with this role: whoever acts again goes on in it. */
  readonly as: (role: Role) => Browser
  /** The window of somebody who is not signed in. */
  readonly nobody: Browser
  /** Here the walk of this role begins too. */
  readonly leave: (role: Role | 'nobody', ...pages: readonly string[]) => void
}
export type Act = (stage: Stage) => Promise<void>

/** Some pages are there only once something was done: people do it first, and the walks begin where they stand then. */
export async function setScene(
  site: TestSite,
  people: ReadonlyMap<Role, Person>,
  acts: readonly Act[],
): Promise<readonly Window[]> {
  const browsers = new Map<Role, Browser>()
  for (const [role, person] of people) browsers.set(role, await signedIn(site, person))
  const starts = new Map<Role | 'nobody', string[]>()
  const unknown = new Browser(site.fetch)
  const stage: Stage = {
    site,
    as(role) {
      const browser = browsers.get(role)
      if (!browser) throw new Error(`The county has no ${role}`)
      return browser
    },
    nobody: unknown,
    leave: (role, ...pages) => starts.set(role, [...(starts.get(role) ?? []), ...pages]),
  }
  for (const act of acts) await act(stage)
  const nobody = {
    who: 'somebody who is not signed in',
    browser: unknown,
    starts: [
      ...(starts.get('nobody') ?? []),
      '/sign-in/password',
      '/reset-password/sent',
      '/demo/people.json',
    ],
  }
  const signedInOnes = [...browsers].map(([role, browser]) => ({
    who: role,
    browser,
    starts: starts.get(role) ?? [],
  }))
  return [...signedInOnes, nobody]
}

/** The first link of the page whose address looks so. */
export function linkOn(browser: Browser, address: RegExp): string {
  const link = browser.links.find(({ href }) => address.test(href))
  if (!link) throw new Error(`No link like ${address} on ${browser.url}: ${browser.text}`)
  return link.href
}

/** Opens one case of a list after another, until one offers this. */
export async function openOffering(browser: Browser, list: string, words: string) {
  await browser.visit(list)
  const cases = browser.links.filter(({ href }) =>
    /^\/(cases|organisations)\/[0-9a-f-]{36}$/.test(href),
  )
  for (const { href } of cases)
    if ((await browser.visit(href)).links.some(({ text }) => text.startsWith(words))) return href
  throw new Error(`Nothing in ${list} offers “${words}”`)
}
