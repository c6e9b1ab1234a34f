import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { placing } from '#testing/placing.ts'
import { onScreen, siteInChromium } from '#testing/site-in-chromium.ts'
import type { Member } from '#testing/world.ts'
import { faultsOf } from './look.ts'

const today = new Date().toISOString().slice(0, 10)
const site = await siteInChromium({ told: false })
const world = await county(site)
const { member, organisation, signedIn, insert, hbep } = world
const { caseOf, place } = placing(site, world, today)
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge, { name: 'Mona Manager' })
await member('provider-tutor', forge, { name: 'Theo Tutor' })
const { id: child, referral } = await caseOf({ surname: 'O’Hara-Featherstonehaugh' })
const told = { name: 'Robin O’Hara-Featherstonehaugh', born: '2013-02-03', helps: 'Quiet' }
const at = (status: string, days = [1, 2, 3, 4]) =>
  place({ child, provider: forge, by: coordinator, status, days, told, from: today })
const [proposed, offered, live] = [await at('proposed'), await at('offered', [5]), await at('live')]
const change = await insert('placement_change', {
  id: newId(),
  placement_id: live,
  kind: 'extend',
  wanted: JSON.stringify({ endOn: '2027-03-25' }),
  reason: 'More time is needed to settle',
  asked_by: manager.userId,
  asked_by_organisation_id: forge,
  asked_at: `${today}T09:00:00Z`,
})
await insert('substantial_plan', {
  id: newId(),
  placement_id: live,
  child_id: child,
  provider_id: forge,
  purpose: 'Four days until a second provider has room',
  made_by: coordinator.userId,
  made_at: `${today}T09:00:00Z`,
})

const ofTheCommissioner = [
  '/',
  '/placements',
  `/children/${child}/programme`,
  `/children/${child}/programme/school`,
  `/children/${child}/programme/medical`,
  `/children/${child}/programme/print`,
  `/children/${child}/placements/new`,
  `/cases/${referral}/programme`,
  `/placements/${proposed}`,
  `/placements/${proposed}/proposal`,
  `/placements/${proposed}/week`,
  `/placements/${proposed}/week/add`,
  `/placements/${proposed}/week/simple`,
  `/placements/${proposed}/tripwire`,
  `/placements/${proposed}/offer`,
  `/placements/${proposed}/provider`,
  `/placements/${live}/details`,
  `/placements/${live}/agreements`,
  `/placements/${live}/agreements/school`,
  `/placements/${live}/shared`,
  `/placements/${live}/share`,
  `/placements/${live}/changes`,
  `/placements/${live}/changes/new`,
  `/placements/${live}/changes/${change}`,
  `/placements/${live}/short-term-plan`,
  `/placements/${live}/short-term-plan/write`,
  `/placements/${live}/end`,
  `/placements/${live}/withdraw`,
]
const ofTheProvider = [
  '/',
  '/placed',
  `/placed/${offered}`,
  `/placed/${offered}/answer`,
  `/placed/${live}`,
  `/placed/${live}/tutors`,
  `/placements/${live}/changes/new`,
]

async function pageOf(person: Member): Promise<Page> {
  const context = await site.chromium.newContext({ baseURL: site.origin, ...onScreen })
  context.setDefaultTimeout(15_000)
  const [name = '', value = ''] = (await signedIn(person)).cookie.split('=')
  await context.addCookies([{ name, value, url: site.origin }])
  return context.newPage()
}

test.each([
  ['commissioner', coordinator, ofTheCommissioner],
  ['provider', manager, ofTheProvider],
] as const)(
  'The pages of a %s fit a phone and a screen, and axe finds nothing',
  async (_who, person, paths) => {
    const page = await pageOf(person)
    const faults: string[] = []
    for (const path of paths) {
      await page.goto(path)
      faults.push(...(await faultsOf(page)).map(fault => `${path}: ${fault}`))
    }
    await page.context().close()

    expect(faults).toEqual([])
  },
  300_000,
)
