import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

const today = '2026-11-18'
const site = await testSite({ today })
const world = await county(site)
const { insert, member, signedIn, hbep, nwllip, larkfield, wilfrids, child } = world
const { acceptCase } = placing(site, world, today)
const referrer = await member('school-referrer', larkfield)

async function directed(
  surname: string,
  { status = 'issued', review, held }: { status?: string; review?: string; held?: boolean } = {},
) {
  const pupil = await child({ forename: 'Dora', surname, school: larkfield })
  await acceptCase(pupil)
  const id = newId()
  await insert('off_site_direction', {
    id,
    child_id: pupil,
    school_id: larkfield,
    purpose: 'improve-behaviour',
    status,
    start_on: '2026-11-02',
    end_on: '2026-12-18',
    made_by: referrer.userId,
    made_at: `${today}T08:00:00Z`,
  })
  if (review)
    await insert('off_site_review', {
      id: newId(),
      direction_id: id,
      due_on: review,
      ...(held ? { held_on: review, decision: 'continue', attendees: 'The mother' } : {}),
      made_by: referrer.userId,
      made_at: `${today}T08:00:00Z`,
    })
  return id
}
await directed('Late', { review: '2026-11-12' })
await directed('Coming', { review: '2026-12-01' })
await directed('Unplanned', { review: '2026-11-05', held: true })
await directed('Drafted', { status: 'draft' })
await directed('Gone', { status: 'ended' })

test('A school sees its directions by their next review, and takes the list along', async () => {
  const page = await signedIn(referrer)
  await page.visit('/')
  await page.follow('Off-site directions')
  const order = ['Dora Late', 'Dora Coming', 'Dora Unplanned'].map(name => page.text.indexOf(name))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(page.text).toContain('12 Nov 2026 Overdue')
  expect(page.text).toContain('None is set')
  expect(page.text).not.toContain('Drafted')
  await page.follow('Drafts')
  expect(page.text).toContain('Dora Drafted')
  await page.follow('Over')
  expect(page.text).toContain('Dora Gone')

  await page.visit('/directions')
  await page.fill('Child or school', 'Coming').press('Apply filters')
  expect(page.text).toContain('Showing 1 to 1 of 1 directions')
  await page.fill('Child or school', 'Nobody').press('Apply filters')
  expect(page.text).toContain('Nothing fits')
  await page.visit('/directions/export?q=Coming')
  expect(page.text).toContain('Dora Coming')
  expect(page.text).not.toContain('Dora Late')
})

test('The co-ordinator of the case reads what was issued and no draft; others read nothing', async () => {
  const coordinator = await signedIn(await member('coordinator', hbep))
  await coordinator.visit('/directions')
  expect(coordinator.text).toContain('Dora Late')
  expect(coordinator.links.map(({ text }) => text)).not.toContain('Drafts')
  await coordinator.visit('/directions?tab=draft')
  expect(coordinator.text).not.toContain('Drafted')

  for (const who of [
    await member('school-dsl', wilfrids),
    await member('coordinator', nwllip),
    await member('sena', await world.organisation('team', 'SENA', 'sena')),
  ]) {
    const other = await signedIn(who)
    await other.visit('/directions')
    expect(other.text).toContain('There is none.')
    await other.visit('/directions/export')
    expect(other.text).not.toContain('Dora')
  }
  for (const role of ['finance', 'panel-member'] as const) {
    const shut = await signedIn(await member(role, hbep))
    expect((await shut.visit('/directions')).status).toBe(403)
  }
})
