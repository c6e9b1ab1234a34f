import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { listen } from '#platform/serve.ts'
import { openChromium } from './chromium.ts'
import { freePort } from './free-port.ts'
import { testSite } from './site.ts'
import { toldCounty } from './told-county.ts'

export const onScreen = { viewport: { width: 1280, height: 900 } } as const
export const onPhone = { viewport: { width: 375, height: 800 } } as const

/** The application on a copy of the told county (or on an empty database), served, with a real browser before it. */
export async function siteInChromium({ told = true }: { told?: boolean } = {}) {
  const port = await freePort()
  const environment = { PORT: String(port) }
  const site = told
    ? await testSite({ demo: true, environment, template: await toldCounty() })
    : await testSite({ environment })
  // The database goes by the real clock; what was told goes up to today.
  site.setNow(new Date().toISOString())
  const server = await listen(site.app, { host: '127.0.0.1', port })
  const chromium = await openChromium()
  afterAll(async () => {
    await chromium.close()
    server.server.closeAllConnections()
    await server.close()
  })
  const origin = site.site.configuration.baseUrl

  async function newWindow(options: BrowserContextOptions) {
    const context = await chromium.newContext({ baseURL: origin, ...options })
    context.setDefaultTimeout(15_000)
    return context
  }

  /** A window of somebody who is not signed in, at a page. */
  async function open(path: string, options: BrowserContextOptions = onScreen): Promise<Page> {
    const context = await newWindow(options)
    const page = await context.newPage()
    await page.goto(path)
    return page
  }

  /** A window in which this person of the demonstration is signed in, at a page. */
  async function openAs(
    email: string,
    path: string,
    options: BrowserContextOptions = onScreen,
  ): Promise<Page> {
    const context = await newWindow(options)
    await context.request.post('/demo/sign-in', { form: { email } })
    const page = await context.newPage()
    await page.goto(path)
    return page
  }
  return { ...site, chromium, origin, open, openAs }
}
export type SiteInChromium = Awaited<ReturnType<typeof siteInChromium>>
