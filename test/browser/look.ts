import type { BrowserContext, Page } from 'playwright-core'
import { collectTroubles, overflow, sticksOut, tooSmall, violations } from '#testing/page-checks.ts'
import { onPhone, onScreen, type SiteInChromium } from '#testing/site-in-chromium.ts'
import type { Window } from './crawl.ts'

export interface Look {
  readonly window: Window
  readonly path: string
}

/** Pages side by side, so that neither the browser nor the server waits for the other. */
const lanes = 3

/** What is wrong with these pages, each opened once: axe at the width of a screen, and what fits a phone. */
export async function faultsOfPages(
  site: SiteInChromium,
  looks: readonly Look[],
): Promise<string[]> {
  const waiting = [...looks]
  const faults = await Promise.all(
    Array.from({ length: lanes }, () => lane(site, () => waiting.shift())),
  )
  return faults.flat()
}

/** One page after another, in one tab in which one person after another sits down: a tab costs more than two pages. */
async function lane(site: SiteInChromium, next: () => Look | undefined) {
  const context = await site.chromium.newContext({ baseURL: site.origin, ...onScreen })
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
    const found = [...(await faultsOf(tab)), ...troubles.splice(0)]
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

/** What axe says of the page, and what sticks out or cannot be touched, on a phone and on a screen. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const { viewport } of [onPhone, onScreen]) {
    await page.setViewportSize(viewport)
    const sideways = await overflow(page)
    if (sideways > 0)
      faults.push(
        `at ${viewport.width} it scrolls sideways by ${sideways}: ${await sticksOut(page)}`,
      )
    faults.push(
      ...(await tooSmall(page)).map(each => `at ${viewport.width} too small to touch: ${each}`),
      ...(await violations(page, { contrast: viewport === onScreen.viewport })).map(
        each => `at ${viewport.width}: ${each}`,
      ),
    )
  }
  return faults
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
