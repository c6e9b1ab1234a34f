import { mkdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { renderToString } from 'preact-render-to-string'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asset } from './assets.ts'
import { gallery } from './gallery.tsx'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const policy = (scripts: string) =>
  `default-src 'none'; style-src 'self'; script-src ${scripts}; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src 'self'`
const screenshots = process.env['ONROLL_SCREENSHOTS']

let server: Server
let browser: Browser
let origin: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/'
    const file = asset(path)
    const view = gallery[path as keyof typeof gallery]
    const scripts = request.headers['x-no-script'] ? `'none'` : `'self' 'nonce-gallery'`
    response.setHeader('content-security-policy', policy(scripts))
    if (file) response.setHeader('content-type', file.type).end(file.body)
    else if (view)
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!DOCTYPE html>${renderToString(view)}`)
    else response.writeHead(404).end()
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
})

const widths = [
  { width: 1280, script: true },
  { width: 375, script: true },
  { width: 375, script: false },
]

for (const path of Object.keys(gallery))
  for (const { width, script } of widths)
    test(`${path} at ${width} pixels ${script ? 'with' : 'without'} script`, async () => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        // Refused by policy rather than switched off, so that axe itself can run.
        extraHTTPHeaders: script ? {} : { 'x-no-script': '1' },
      })
      const page = await context.newPage()
      const troubles = troublesOf(page)
      await page.goto(origin + path, { waitUntil: 'load' })

      await photograph(page, `${path}-${width}${script ? '' : '-no-script'}`)
      expect(await overflow(page), 'the page does not scroll sideways').toBeLessThanOrEqual(0)
      expect(await violations(page)).toEqual([])
      expect(troubles).toEqual([])
      await context.close()
    })

/** What the browser complains of, and what was asked for in vain, such as a font that we may not serve. */
function troublesOf(page: Page): string[] {
  const troubles: string[] = []
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
  return troubles
}

const overflow = (page: Page) =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')

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
