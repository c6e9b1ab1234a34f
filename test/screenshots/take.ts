import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import type { Role } from '#domain/permissions.ts'
import { openChromium } from '#testing/chromium.ts'
import { type Shot, shots } from './shots.ts'

interface Person {
  readonly email: string
  readonly role: Role
  readonly organisation: string
}

/** Photographs a running demonstration at two widths into a folder, each picture what a window shows. */
export async function takeScreenshots(origin: string, folder: string, only?: string) {
  mkdirSync(folder, { recursive: true })
  const people = (await (await fetch(`${origin}/demo/people.json`)).json()) as Person[]
  const browser = await openChromium()
  try {
    for (const shot of shots.filter(({ name }) => !only || name === only))
      for (const viewport of [
        { width: 1280, height: 900 },
        { width: 375, height: 812 },
      ]) {
        const context = await browser.newContext({ baseURL: origin, viewport })
        const page = await findPage(context, shot, people)
        await shot.act?.(page)
        await lookAt(page, shot.from)
        await page.screenshot({ path: join(folder, `${shot.name}-${viewport.width}.png`) })
        await context.close()
      }
  } finally {
    await browser.close()
  }
}

/** Signs in as one person of the role after another, until one has such a page. */
async function findPage(context: BrowserContext, shot: Shot, people: readonly Person[]) {
  const candidates = people.filter(
    ({ role, organisation }) => role === shot.role && organisation === (shot.at ?? organisation),
  )
  for (const { email } of candidates) {
    await context.clearCookies()
    await context.request.post('/demo/sign-in', { form: { email } })
    const page = await context.newPage()
    await page.goto(shot.start)
    if (await followed(page, shot.links ?? [])) return page
    await page.close()
  }
  throw new Error(`Nobody has a page to show as “${shot.name}”`)
}

async function followed(page: Page, links: readonly RegExp[]): Promise<boolean> {
  for (const link of links) {
    const addresses = await page
      .locator('main a')
      .evaluateAll(all => all.map(each => each.getAttribute('href') ?? ''))
    const next = addresses.find(address => link.test(address))
    if (!next) return false
    await page.goto(next)
  }
  return true
}

async function lookAt(page: Page, words: string | undefined) {
  if (!words) return
  const heading = page.getByRole('heading', { name: words }).or(page.getByText(words)).first()
  await heading.evaluate(element => element.scrollIntoView({ block: 'start' }))
}
