import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { renderToString } from 'preact-render-to-string'
import { asset } from '#govuk/assets.ts'
import { gallery } from '#govuk/gallery.tsx'
import { openChromium } from './chromium.ts'

const policy = (scripts: string) =>
  `default-src 'none'; style-src 'self'; script-src ${scripts}; img-src 'self' data:; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src 'self'`

export type GalleryPath = keyof typeof gallery

/** The gallery served under the policy that the service has, and a real browser to see it with. */
export async function galleryInChromium() {
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const file = asset(path)
    const view = gallery[path as GalleryPath]
    const scripts = request.headers['x-no-script'] ? `'none'` : `'self' 'nonce-gallery'`
    response.setHeader('content-security-policy', policy(scripts))
    if (request.method === 'POST') posted.push(path)
    if (file) response.setHeader('content-type', file.type).end(file.body)
    // A post is answered slowly, so that there is time to press twice.
    else if (request.method === 'POST') setTimeout(() => response.end('Saved'), 1500)
    else if (view)
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(`<!DOCTYPE html>${renderToString(view)}`)
    else response.writeHead(404).end()
  })
  const posted: string[] = []
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await openChromium()
  return {
    /** Paths that a form was posted to. */
    posted,
    async open(path: GalleryPath, options: BrowserContextOptions = {}, watch?: (p: Page) => void) {
      const context = await browser.newContext(options)
      const page = await context.newPage()
      watch?.(page)
      await page.goto(origin + path, { waitUntil: 'load' })
      return page
    },
    async close() {
      await browser.close()
      server.closeAllConnections()
      server.close()
    },
  }
}
