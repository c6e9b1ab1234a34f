import { afterAll, expect, test } from 'vitest'
import { testSite } from '#testing/site.ts'
import { type Mutant, mutantsOf, policiesOf } from './mutants/policies.ts'
import { printOf, serviceRoles } from './mutants/role-prints.ts'
import { compare, type Deed, expectedOf } from './oracle/writing.ts'
import { catalogueOf } from './world/catalogue.ts'
import { openHand } from './world/hand.ts'
import { loadWorld } from './world/load-world.ts'
import { makeWorld } from './world/make-world.ts'
import type { Table } from './world/world.ts'

const site = await testSite()
const catalogue = await catalogueOf(site.admin)
const world = makeWorld(
  Number(process.env['SEED'] ?? 4),
  new Date(),
  Number(process.env['SIZE'] ?? 0.6),
)
await loadWorld(site.admin, catalogue, world)
const hand = await openHand(site, catalogue)
afterAll(() => hand.close())
const expected = expectedOf(catalogue, world, world.askers)
const prints = new Map<string, string>()
await hand.undoing(async () => {
  for (const role of serviceRoles)
    for (const table of catalogue.keys())
      prints.set(`${role} ${table}`, await printOf(hand.client, catalogue, role, table))
})

const deedsOf: Readonly<Record<string, readonly Deed[]>> = {
  r: ['read'],
  a: ['add'],
  w: ['change'],
  d: ['remove'],
  '*': ['read', 'change', 'remove', 'add'],
}

/** Whether anything that the oracle, the write side or a service role does comes out otherwise. */
async function isNoticed({ policy, sql }: Mutant): Promise<boolean> {
  return hand.undoing(async () => {
    await hand.client.query(sql)
    for (const role of serviceRoles)
      if (role !== 'onroll_app' && (policy.roles.includes(role) || policy.roles.includes('public')))
        if (
          (await printOf(hand.client, catalogue, role, policy.table)) !==
          prints.get(`${role} ${policy.table}`)
        )
          return true
    if (!policy.roles.some(role => role === 'onroll_app' || role === 'public')) return false
    const here = expected.get(policy.table as Table)
    if (!here)
      return (
        (await printOf(hand.client, catalogue, 'onroll_app', policy.table)) !==
        prints.get(`onroll_app ${policy.table}`)
      )
    for (const deed of deedsOf[policy.command] ?? [])
      if ((await compare(hand, here, deed, { first: true })).faults.length > 0) return true
    return false
  })
}

test('No policy can be dropped, opened or loosened without a test that fails', async () => {
  const began = performance.now()
  const mutants = (await policiesOf(hand.client)).flatMap(mutantsOf)
  const alive: string[] = []

  for (const mutant of mutants) {
    const noticed = await isNoticed(mutant).catch((error: Error) => {
      throw new Error(`${mutant.name}: ${error.message}`)
    })
    if (!noticed) alive.push(`${mutant.policy.table} ${mutant.name}`)
  }

  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(
    `Mutants: ${mutants.length - alive.length} of ${mutants.length} noticed in ${seconds} s`,
  )
  expect(alive).toEqual([])
}, 600_000)
