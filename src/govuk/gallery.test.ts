import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GalleryPath, galleryInChromium } from '#testing/gallery-in-chromium.ts'
import { collectTroubles, overflow, tooSmall, violations } from '#testing/page-checks.ts'
import { gallery } from './gallery.tsx'

const screenshots = process.env['ONROLL_SCREENSHOTS']
const widths = [
  { width: 1280, script: true },
  { width: 375, script: true },
  { width: 375, script: false },
]

let chromium: Awaited<ReturnType<typeof galleryInChromium>>
/** One tab with scripts and one without: a tab costs more than two pages. */
const tabs = new Map<boolean, { page: Page; troubles: string[] }>()
beforeAll(async () => {
  chromium = await galleryInChromium()
})
afterAll(() => chromium?.close())

for (const path of Object.keys(gallery) as GalleryPath[])
  for (const { width, script } of widths)
    test(`${path} at ${width} pixels ${script ? 'with' : 'without'} script`, async () => {
      const { page, troubles } = tabs.get(script) ?? (await openTab(path, script))
      troubles.length = 0
      await page.setViewportSize({ width, height: 900 })
      await page.goto(new URL(path, page.url()).href)

      await photograph(page, `${path}-${width}${script ? '' : '-no-script'}`)
      expect(await overflow(page), 'the page does not scroll sideways').toBeLessThanOrEqual(0)
      expect(await tooSmall(page), 'targets are at least 24 pixels').toEqual([])
      expect(await violations(page)).toEqual([])
      expect(troubles).toEqual([])
    })

async function openTab(path: GalleryPath, script: boolean) {
  const troubles: string[] = []
  // Refused by policy rather than switched off, so that axe itself can run.
  const headers = script ? {} : { 'x-no-script': '1' }
  const page = await chromium.open(path, { extraHTTPHeaders: headers }, opened =>
    collectTroubles(opened, troubles),
  )
  const tab = { page, troubles }
  tabs.set(script, tab)
  return tab
}

async function photograph(page: Page, name: string) {
  if (!screenshots) return
  mkdirSync(screenshots, { recursive: true })
  const file = `${screenshots}/gallery${name.replaceAll('/', '-').replace('-gallery', '')}.png`
  await page.screenshot({ path: file, fullPage: true })
}
