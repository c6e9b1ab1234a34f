import { afterAll, expect, test } from 'vitest'
import { testSite } from '#testing/site.ts'
import { compare, type Deed, expectedOf, someOfEach } from './oracle/writing.ts'
import { catalogueOf } from './world/catalogue.ts'
import { openHand } from './world/hand.ts'
import { loadWorld } from './world/load-world.ts'
import { makeWorld } from './world/make-world.ts'

const site = await testSite()
const catalogue = await catalogueOf(site.admin)
const world = makeWorld(4, new Date(), 0.4)
await loadWorld(site.admin, catalogue, world)
const hand = await openHand(site, catalogue)
afterAll(() => hand.close())

test('Each person adds, changes and removes exactly what the matrix gives them, in raw SQL as the application', async () => {
  const began = performance.now()
  const expected = expectedOf(catalogue, world, someOfEach(world.askers))
  const count = { add: 0, change: 0, remove: 0 }
  const faults: string[] = []

  for (const each of expected.all())
    await hand.undoing(async () => {
      for (const deed of Object.keys(count) as (keyof typeof count)[]) {
        const { faults: found, tried } = await compare(hand, each, deed as Deed)
        faults.push(...found)
        count[deed] += tried
      }
    })

  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`Writing: ${JSON.stringify(count)} tried in ${seconds} s`)
  expect(spread(faults), `${faults.length} differences`).toEqual([])
}, 300_000)

/** The first two of each table, so that one fault does not hide another. */
function spread(faults: readonly string[]): string[] {
  const tables = Map.groupBy(
    faults,
    fault => /(?:add to|change|remove|read) (\w+)/.exec(fault)?.[1],
  )
  return [...tables.values()].flatMap(each => each.slice(0, 2)).slice(0, 80)
}
