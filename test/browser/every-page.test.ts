import { expect, test } from 'vitest'
import { routes as routesOf } from '#app'
import { siteInChromium } from '#testing/site-in-chromium.ts'
import { routeOf, type Walk, type Window, walk } from './crawl.ts'
import { faultsOfPages, type Look } from './look.ts'
import { peopleByRole } from './people.ts'
import { setScene } from './scene.ts'
import * as assurance from './scene-of-assurance.ts'
import * as directions from './scene-of-directions.ts'
import { movesBetweenRolls } from './scene-of-moves.ts'
import * as officers from './scene-of-officers.ts'
import * as panels from './scene-of-panels.ts'
import * as providers from './scene-of-providers.ts'
import * as schools from './scene-of-schools.ts'
import * as visits from './scene-of-visits.ts'
import { setUpOnroll } from './setting-up.ts'

const site = await siteInChromium()
const fresh = await siteInChromium({ told: false })
const routes = routesOf(site.site.configuration)
const windows = await setScene(site, await peopleByRole(site), [
  ...Object.values(officers),
  ...Object.values(schools),
  ...Object.values(panels),
  ...Object.values(providers),
  ...Object.values(visits),
  ...Object.values(directions),
  ...Object.values(assurance),
  movesBetweenRolls,
])
const walks = new Map<Window, Walk>()
const reached = new Set<string | undefined>()

test('No link that anybody is shown leads nowhere', async () => {
  for (const window of windows) walks.set(window, await walk(routes, window))
  for (const { found } of walks.values())
    for (const { path } of [...found.values()].flat()) reached.add(routeOf(routes, path))

  expect(
    [...walks].flatMap(([{ who }, { broken }]) => broken.map(fault => `As ${who}: ${fault}`)),
  ).toEqual([])
}, 600_000)

test('Every page is whole in a real browser, on a screen and on a phone, without script troubles', async () => {
  expect(await faultsOfPages(site, pagesToLookAt())).toEqual([])
}, 600_000)

test('Onroll is set up and its first people come in: each page on the way is whole', async () => {
  const { faults, seen } = await setUpOnroll(fresh)
  for (const path of seen) reached.add(routeOf(routes, path))

  expect(faults).toEqual([])
}, 300_000)

test('Every page there is was looked at', () => {
  const unreached = routes.filter(({ method, path }) => method !== 'POST' && !reached.has(path))

  expect(unreached.map(({ path }) => path)).toEqual([])
})

/** Every page once, as the first who came upon it; and each person’s own work. */
function pagesToLookAt(): Look[] {
  const looks: Look[] = []
  const seen = new Set<string>()
  for (const [window, { found }] of walks)
    for (const [sort, pages] of found) {
      const page = pages.find(({ isPage }) => isPage)
      if (!page || (sort !== '/' && seen.has(sort))) continue
      seen.add(sort)
      looks.push({ window, path: page.path })
    }
  return looks
}
