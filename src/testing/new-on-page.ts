import type { Page } from 'playwright-core'

/** How text has looked on the pages that were asked about contrast: every look once, not every page. */
const looksAsked = new Set<string>()
/** What differs between two widths, where everything was asked at both. */
const differencesAsked = new Set<string>()

/**
 * Is there text on the page that looks as none did so far? Its own colour, size and place, and every colour that shines
 * through from behind. What looks the same has the same contrast, and contrast takes axe most of its time.
 */
export async function hasNewLooks(page: Page): Promise<boolean> {
  return areNew(looksAsked, await page.evaluate<string[]>(looks))
}

/** Keeps in mind, on the page itself, which things show at this width. */
export const keepWhatShows = (page: Page) =>
  page.evaluate(`globalThis.shownBefore = ${shownThings}; 0`)

/** Do other things show than then, and not those that made the difference on a page before? */
export async function showsOtherwise(page: Page): Promise<boolean> {
  const differing = await page.evaluate<string[]>(
    `(now => now.length === shownBefore.length ? [...new Set(now.filter((each, at) => each !== shownBefore[at]))] : ['more or fewer'])(${shownThings})`,
  )
  return differing.includes('more or fewer') || areNew(differencesAsked, differing)
}

/**
 * Of rows and items that are alike (the same tags, classes, roles and kinds of field in the same order) three stay, for
 * axe’s sake, which takes four seconds for a list of fifty. What fits a width is measured before.
 */
export const leaveOutAlike = (page: Page) => page.evaluate(leavingOut)

function areNew(asked: Set<string>, these: readonly string[]): boolean {
  const found = these.filter(each => !asked.has(each))
  for (const each of found) asked.add(each)
  return found.length > 0
}

const nameOf = `element => element.localName + '.' + [...element.classList].join('.')`

const looks = `(() => {
  const nameOf = ${nameOf}
  const behind = new Map()
  const behindOf = element => {
    if (!element) return ''
    if (behind.has(element)) return behind.get(element)
    const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element)
    const own = [backgroundColor, backgroundImage, opacity].join()
    const found = own === 'rgba(0, 0, 0, 0),none,1' && position === 'static'
      ? behindOf(element.parentElement)
      : nameOf(element) + own + '<' + behindOf(element.parentElement)
    behind.set(element, found)
    return found
  }
  const found = new Set()
  for (const element of document.querySelectorAll('body, body *')) {
    const says = [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim())
    if (!says && !('value' in element)) continue
    const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element)
    found.add([nameOf(element), nameOf(element.parentElement), color, fontSize, fontWeight, textShadow, behindOf(element)].join(' '))
  }
  return [...found]
})()`

const shownThings = `(() => {
  const nameOf = ${nameOf}
  return [...document.querySelectorAll('body *')].map(element => nameOf(element) + (element.checkVisibility({ visibilityProperty: true }) ? '' : ' hidden'))
})()`

const leavingOut = `(() => {
  const told = ['role', 'type', 'scope', 'aria-hidden', 'aria-current', 'aria-expanded', 'colspan', 'open', 'disabled', 'checked']
  const shapeOf = element =>
    element.localName + element.className + told.map(name => element.getAttribute(name) ?? '') +
    element.getAttributeNames().filter(name => name !== 'id') +
    (element.textContent.trim() === '') + '(' + [...element.children].map(shapeOf) + ')'
  for (const list of document.querySelectorAll('tbody, ul, ol, dl, select, main, form, fieldset, .govuk-checkboxes, .govuk-radios')) {
    const counts = new Map()
    for (const item of [...list.children]) {
      if (!['TR', 'LI', 'OPTION'].includes(item.tagName) && !item.matches('.govuk-summary-list__row, .govuk-summary-card')) continue
      const shape = shapeOf(item)
      counts.set(shape, (counts.get(shape) ?? 0) + 1)
      if (counts.get(shape) > 3) item.remove()
    }
  }
})()`
