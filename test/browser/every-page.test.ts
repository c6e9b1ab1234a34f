import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { routes as routesOf } from '#app'
import type { Role } from '#domain/permissions.ts'
import { collectTroubles, overflow, sticksOut, tooSmall, violations } from '#testing/page-checks.ts'
import { onPhone, onScreen, siteInChromium } from '#testing/site-in-chromium.ts'
import { routeOf, type Walk, walk } from './crawl.ts'
import { notMended, notWalkedTo } from './known-gaps.ts'
import { peopleByRole } from './people.ts'
import { setScene } from './scene.ts'

const site = await siteInChromium()
const routes = routesOf(site.site.configuration)
const people = await peopleByRole(site)
const scene = await setScene(site, people)
const walks = new Map<Role, Walk>()

for (const [role, person] of people)
  test(`No link that a ${role} is shown leads nowhere`, async () => {
    const taken = await walk(site, routes, person, scene.get(role))
    walks.set(role, taken)

    expect(taken.broken.filter(isNew)).toEqual([])
  }, 300_000)

test('Every page is reached by the links of somebody', () => {
  const reached = new Set(
    [...walks.values()].flatMap(({ found }) =>
      [...found.values()].flat().map(({ path }) => routeOf(routes, path)),
    ),
  )
  const unreached = routes.filter(({ method, path }) => method !== 'POST' && !reached.has(path))

  expect(unreached.map(({ path }) => path).filter(path => !notWalkedTo.includes(path))).toEqual([])
})

/** Every page once, as the first role that came upon it; each role’s own work as that role. */
function pagesFor(role: Role): string[] {
  const own: string[] = ['/']
  for (const [sort, pages] of walks.get(role)?.found ?? []) {
    const first = [...people.keys()].find(each => walks.get(each)?.found.has(sort))
    if (first === role && sort !== '/')
      own.push(
        ...pages
          .filter(({ isPage }) => isPage)
          .slice(0, 1)
          .map(({ path }) => path),
      )
  }
  return own
}

for (const [role, person] of people)
  test(`The pages of a ${role} are whole in a real browser, on a screen and on a phone`, async () => {
    const paths = pagesFor(role)
    const page = await site.openAs(person.email, '/account')
    const troubles: string[] = []
    collectTroubles(page, troubles)
    const faults: string[] = []
    for (const path of paths) {
      await page.setViewportSize(onScreen.viewport)
      await page.goto(path)
      faults.push(...(await faultsOf(page)).map(fault => `${path} on a screen: ${fault}`))
      await page.setViewportSize(onPhone.viewport)
      faults.push(...(await faultsOf(page)).map(fault => `${path} on a phone: ${fault}`))
      faults.push(...troubles.splice(0).map(trouble => `${path}: ${trouble}`))
    }
    await page.context().close()

    expect(faults.filter(isNew)).toEqual([])
  }, 300_000)

async function faultsOf(page: Page): Promise<string[]> {
  const sideways = await overflow(page)
  return [
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} pixels: ${await sticksOut(page)}`] : []),
    ...(await tooSmall(page)).map(each => `too small to touch: ${each}`),
    ...(await violations(page)),
  ]
}

function isNew(fault: string) {
  return !notMended.some(pattern => pattern.test(fault))
}
