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
beforeAll(async () => {
  chromium = await galleryInChromium()
})
afterAll(() => chromium?.close())

for (const path of Object.keys(gallery) as GalleryPath[])
  for (const { width, script } of widths)
    test(`${path} at ${width} pixels ${script ? 'with' : 'without'} script`, async () => {
      const troubles: string[] = []
      const page = await chromium.open(
        path,
        {
          viewport: { width, height: 900 },
          // Refused by policy rather than switched off, so that axe itself can run.
          extraHTTPHeaders: script ? {} : { 'x-no-script': '1' },
        },
        opened => collectTroubles(opened, troubles),
      )

      await photograph(page, `${path}-${width}${script ? '' : '-no-script'}`)
      expect(await overflow(page), 'the page does not scroll sideways').toBeLessThanOrEqual(0)
      expect(await tooSmall(page), 'targets are at least 24 pixels').toEqual([])
      expect(await violations(page)).toEqual([])
      expect(troubles).toEqual([])
      await page.context().close()
    })

async function photograph(page: Page, name: string) {
  if (!screenshots) return
  mkdirSync(screenshots, { recursive: true })
  const file = `${screenshots}/gallery${name.replaceAll('/', '-').replace('-gallery', '')}.png`
  await page.screenshot({ path: file, fullPage: true })
}
