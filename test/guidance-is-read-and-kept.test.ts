import { expect, test } from 'vitest'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { organisation, member, signedIn, partnership, authority } = world(site)
await authority()
const council = await organisation('authority', 'Fennshire County Council')
const hbep = await partnership('Harbury Partnership', ['Elm School'])
const steward = await member('data-steward', council, { name: 'Stella Steward' })
const coordinator = await member('coordinator', hbep.id)

test('A rule has a card with its sources, numbers, disagreements and worked examples', async () => {
  const browser = await signedIn(coordinator)
  await browser.visit('/rules?q=illegal')
  expect(browser.status).toBe(200)
  await browser.visit('/rules/ILL-05')
  expect(browser.status).toBe(200)
  expect(browser.text).toContain('What it rests on')
  console.log(browser.text.slice(0, 3000))
})
