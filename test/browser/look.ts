import type { BrowserContext, Page } from 'playwright-core'
import { hasNewLooks, keepWhatShows, leaveOutAlike, showsOtherwise } from '#testing/new-on-page.ts'
import {
  axe,
  collectTroubles,
  overflowAndTooSmall,
  sticksOut,
  violations,
} from '#testing/page-checks.ts'
import { onPhone, onScreen, type SiteInChromium } from '#testing/site-in-chromium.ts'
import type { Window } from './crawl.ts'

export interface Look {
  readonly window: Window
  readonly path: string
}

/** Pages side by side, so that neither the browser nor the server waits for the other. */
const lanes = 3

/** What is wrong with these pages, each opened once. */
export async function faultsOfPages(
  site: SiteInChromium,
  looks: readonly Look[],
): Promise<string[]> {
  const waiting = [...looks]
  const faults = await Promise.all(
    Array.from({ length: lanes }, () => lane(site, () => waiting.shift())),
  )
  console.log(
    `Axe: ${count.pages} pages whole; on a phone ${count.wholeOnPhone} whole (the others show the same there), contrast on ${count.contrast} (the others have no new look)`,
  )
  return faults.flat()
}
/** Before a release every row is given to axe, every page whole at both widths, and contrast asked of each. */
const everything = process.env['ONROLL_TESTS_EVERYTHING'] === '1'
const count = { pages: 0, wholeOnPhone: 0, contrast: 0 }

/** One page after another, in one tab in which one person after another sits down: a tab costs more than two pages. */
async function lane(site: SiteInChromium, next: () => Look | undefined) {
  const context = await site.chromium.newContext({ baseURL: site.origin, ...onScreen })
  await context.addInitScript(axe)
  const tab = await context.newPage()
  const faults: string[] = []
  const troubles: string[] = []
  collectTroubles(tab, troubles)
  let sitting: Window | undefined
  for (let look = next(); look; look = next()) {
    const { window, path } = look
    if (window !== sitting) await sitDown(site, context, window)
    sitting = window
    await arrive(tab, path, troubles)
    const found = [...(await faultsOf(tab, { stays: false })), ...troubles.splice(0)]
    faults.push(...found.map(fault => `${path} as ${window.who}: ${fault}`))
  }
  await context.close()
  return faults
}

/** Whoever is told to wait waits as long as they are told, and asks again: how many may ask is proved elsewhere. */
async function arrive(tab: Page, path: string, troubles: string[]) {
  const response = await tab.goto(path)
  if (response?.status() !== 429) return
  troubles.length = 0
  await tab.waitForTimeout(1000 * (Number(response.headers()['retry-after']) + 1))
  await tab.goto(path)
}

/**
 * What axe says of the page, and what sticks out or cannot be touched, on a phone and on a screen. Whoever stays on the
 * page keeps all of it; otherwise axe is given a few of the rows that are alike.
 */
export async function faultsOf(page: Page, { stays = true } = {}): Promise<string[]> {
  const faults = await fits(page, onScreen)
  await keepWhatShows(page)
  await page.setViewportSize(onPhone.viewport)
  faults.push(...(await fits(page, onPhone)))
  const otherwise = (await showsOtherwise(page)) || everything
  if (!stays && !everything) await leaveOutAlike(page)
  const said = await violations(page, { onlyOfWidth: !otherwise, contrast: false })
  faults.push(...said.map(each => `at ${onPhone.viewport.width}: ${each}`))
  await page.setViewportSize(onScreen.viewport)
  const contrast = (await hasNewLooks(page)) || everything
  const found = await violations(page, { contrast })
  faults.push(...found.map(each => `at ${onScreen.viewport.width}: ${each}`))
  count.pages += 1
  if (otherwise) count.wholeOnPhone += 1
  if (contrast) count.contrast += 1
  return faults
}

async function fits(page: Page, { viewport: { width } }: typeof onPhone | typeof onScreen) {
  const [sideways, small] = await overflowAndTooSmall(page)
  return [
    ...(sideways > 0
      ? [`at ${width} it scrolls sideways by ${sideways}: ${await sticksOut(page)}`]
      : []),
    ...small.map(each => `at ${width} too small to touch: ${each}`),
  ]
}

/** The same session in Chromium: some pages belong to the browser that came upon them. */
async function sitDown(site: SiteInChromium, context: BrowserContext, { browser }: Window) {
  await context.clearCookies()
  const cookies = browser.cookie.split('; ').filter(Boolean)
  await context.addCookies(
    cookies.map(cookie => {
      const at = cookie.indexOf('=')
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: site.origin }
    }),
  )
}
