import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { hasNewLooks } from './new-on-page.ts'

/** What asks a page about itself; a tab that looks at many pages is given it once (addInitScript). */
export const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/**
 * What the browser complains of (scripts and what the policy refuses among it), what was asked for in vain, and whatever
 * is asked of another host.
 */
export function collectTroubles(page: Page, troubles: string[]) {
  page.on('console', message => {
    const complaint = ['error', 'warning'].includes(message.type())
    if (complaint && !message.text().includes(`script-src 'none'`)) troubles.push(message.text())
  })
  page.on('pageerror', error => troubles.push(String(error)))
  page.on('requestfailed', request => {
    if (request.failure()?.errorText !== 'csp') troubles.push(`failed: ${request.url()}`)
  })
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1')
      troubles.push(`asked of another host: ${request.url()}`)
  })
  page.on('response', response => {
    if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`)
  })
}

/** By how many pixels the page scrolls sideways. */
export const overflow = (page: Page) => page.evaluate<number>(sideways)
const sideways = 'document.documentElement.scrollWidth - innerWidth'

/** Both at once, for who looks at many pages: each question is a journey through three processes. */
export const overflowAndTooSmall = (page: Page) =>
  page.evaluate<[number, string[]]>(`[${sideways}, ${smallTargets}]`)

/** The innermost things that stick out to the right. */
export const sticksOut = (page: Page) =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll('body *')]
      .filter(element => element.getBoundingClientRect().right > innerWidth + 1 && element.checkVisibility())
      .filter(element => element.children.length === 0)
      .slice(0, 2)
      .map(element => element.outerHTML.slice(0, 160))`)

/** What is pressed is at least 24 pixels high and wide. Links, which may stand closer, are measured by axe. */
export const tooSmall = (page: Page) => page.evaluate<string[]>(smallTargets)
const smallTargets = `[...document.querySelectorAll('button, summary, input:not([type=hidden]), select')]
      .filter(element => element.checkVisibility())
      .filter(element => {
        const { width, height } = element.getBoundingClientRect()
        return width > 1 && (width < 23.5 || height < 23.5)
      })
      .map(element => element.outerHTML.slice(0, 120))`

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** Only these depend on how much room there is; the others ask what stands on the page and what shows of it. */
const askedOfAWidth = ['target-size', 'scrollable-region-focusable']

/**
 * What axe finds: WCAG 2.2 AA and its best practices, the size of targets among them, which it leaves out unasked.
 * Contrast takes it most of its time, and is asked of text that looks as none did before. Who looks at a second width,
 * at which the same things show, asks only what the width can change.
 */
export async function violations(
  page: Page,
  { onlyOfWidth = false, contrast }: { onlyOfWidth?: boolean; contrast?: boolean } = {},
): Promise<string[]> {
  const rules = onlyOfWidth
    ? `runOnly: { type: 'rule', values: ${JSON.stringify(askedOfAWidth)} }`
    : `rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: ${contrast ?? (await hasNewLooks(page))} } }`
  const asked = `typeof axe === 'object' && axe.run({ resultTypes: ['violations'], preload: false, selectors: false, ${rules} }).then(result => result.violations)`
  const answered = await page.evaluate<Violation[] | false>(asked)
  if (!answered) await page.evaluate(axe)
  const found = answered || (await page.evaluate<Violation[]>(asked))
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  )
}
