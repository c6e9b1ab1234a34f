import { mkdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GalleryPath, galleryInChromium } from './gallery/in-chromium.ts'
import { gallery } from './gallery.tsx'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
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

/** What the browser complains of, and what was asked for in vain, such as a font that we may not serve. */
function collectTroubles(page: Page, troubles: string[]) {
  page.on('console', message => {
    const complaint = ['error', 'warning'].includes(message.type())
    if (complaint && !message.text().includes(`script-src 'none'`)) troubles.push(message.text())
  })
  page.on('pageerror', error => troubles.push(String(error)))
  page.on('requestfailed', request => {
    if (request.failure()?.errorText !== 'csp') troubles.push(`failed: ${request.url()}`)
  })
  page.on('response', response => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`)
  })
}

const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')

/** Links within a sentence may be as high as the sentence; those of a pagination are stretched over their item. */
const tooSmall = (page: Page) =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll('button, summary, input:not([type=hidden]), select, nav a:not(.govuk-pagination__link)')]
      .filter(element => element.checkVisibility())
      .filter(element => {
        const { width, height } = element.getBoundingClientRect()
        return width > 1 && (width < 23.5 || height < 23.5)
      })
      .map(element => element.outerHTML.slice(0, 120))`)

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

async function violations(page: Page) {
  await page.evaluate(axe)
  const found = await page.evaluate<Violation[]>('axe.run().then(result => result.violations)')
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  )
}

async function photograph(page: Page, name: string) {
  if (!screenshots) return
  mkdirSync(screenshots, { recursive: true })
  const file = `${screenshots}/gallery${name.replaceAll('/', '-').replace('-gallery', '')}.png`
  await page.screenshot({ path: file, fullPage: true })
}
