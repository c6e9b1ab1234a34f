import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  nat,
  noShrink,
  record,
} from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { testSite } from '#testing/site.ts'
import { finderOf } from './oracle/asking.ts'
import { differences } from './oracle/differences.ts'
import { catalogueOf } from './world/catalogue.ts'
import { loadWorld } from './world/load-world.ts'
import { makeWorld } from './world/make-world.ts'
import { openEye, seeEverything } from './world/probe.ts'
import { happenings, type Step, take } from './world/steps.ts'
import type { World } from './world/world.ts'

// Every run throws the same dice unless told otherwise: ONROLL_ORACLE_SEED=7 ONROLL_ORACLE_WORLDS=5000 for a night.
// On a second server the first three worlds show whether its policies mean the same.
const usual =
  process.env['ONROLL_TEST_DATABASE_URL'] && process.env['ONROLL_TESTS_EVERYTHING'] !== '1' ? 3 : 8
const seed = Number(process.env['ONROLL_ORACLE_SEED'] ?? 20261121)
const worlds = Number(process.env['ONROLL_ORACLE_WORLDS'] ?? usual)

const site = await testSite()
const catalogue = await catalogueOf(site.admin)
const everything = seeEverything(catalogue)
const eyes = await Promise.all([openEye(site), openEye(site)])
afterAll(() => Promise.all(eyes.map(eye => eye.close())))
let probes = 0

const steps = array(
  record({
    what: constantFrom(...(Object.keys(happenings) as Step['what'][])),
    a: nat(),
    b: nat(),
  }),
  { maxLength: 4, size: 'max' },
)

test(
  'Each person sees exactly what the matrix gives them, whatever happens: no row more, and none less',
  async () => {
    const began = performance.now()

    await assert(
      asyncProperty(noShrink(integer({ min: 1 })), steps, async (number, story) => {
        const world = makeWorld(number, new Date())
        await loadWorld(site.admin, catalogue, world)
        await everyoneLooks(world, `at first`)
        for (const step of story) {
          await take(site.admin, catalogue, world, step)
          await everyoneLooks(world, `after “${step.what}”`)
        }
      }),
      { seed, numRuns: worlds },
    )

    const seconds = (performance.now() - began) / 1000
    console.log(
      `Oracle: ${probes} probes (person × table), 0 differences, in ${seconds.toFixed(1)} s (seed ${seed}, ${worlds} worlds)`,
    )
    expect(probes).toBeGreaterThanOrEqual(Math.min(100_000, worlds * 4000))
  },
  worlds * 60_000,
)

/** Every asker against every table, two connections at a time. */
async function everyoneLooks(world: World, when: string) {
  const find = finderOf(world)
  const waiting = [...world.askers]
  const faults: string[] = []
  await Promise.all(
    eyes.map(async eye => {
      for (let asker = waiting.pop(); asker; asker = waiting.pop()) {
        const seen = await eye.see(asker, everything)
        probes += seen.size
        faults.push(...differences(catalogue, world, find, asker, seen))
      }
    }),
  )
  expect(faults.slice(0, 10), `${faults.length} differences ${when}`).toEqual([])
}

test('The oracle knows every table, and every way of asking', async () => {
  const known = new Set(Object.keys(makeWorld(1, new Date()).rows))
  // The same for everybody: held by the catalogue’s own tests.
  const apart = ['lifecycle_transition', 'migration']

  const readable = [...catalogue].filter(([, shape]) => shape.readable).map(([table]) => table)
  expect(readable.filter(table => !known.has(table)).sort()).toEqual(apart)
})
