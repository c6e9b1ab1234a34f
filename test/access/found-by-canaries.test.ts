import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import type { Browser } from '#testing/browser.ts'
import { county } from '#testing/county.ts'
import { fillPast, referBriefly } from '#testing/refer.ts'
import { testSite } from '#testing/site.ts'

// What the walk of the canaries came upon, each once more by itself.
const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, child, insert, organisation, hbep, nwllip, larkfield } =
  await county(site)
const lead = await member('school-dsl', larkfield)
const coordinator = await member('coordinator', hbep)
const otherCoordinator = await member('coordinator', nwllip)

test('A school that has a child no longer is not told by the rules in which authority the child lives now', async () => {
  const robin = await child({ home: 'suffolk' })
  const school = await signedIn(lead)
  await school.visit(`/referrals/new?child=${robin}`)
  await school.press('Start the referral')
  const id = school.url.split('/')[2] ?? ''
  await fillPast(site, id)
  await site.admin.query(`update onroll.enrolment set to_on = '2026-11-16' where child_id = $1`, [
    robin,
  ])

  await school.visit(`/referrals/${id}/check`)

  expect(school.status).toBe(200)
  expect(school.wholeText).not.toContain('Suffolk')
})

test('Who may see a child only for a plan records that the plan has ended', async () => {
  const officer = await member('sena', await organisation('team', 'SENA', 'sena'))
  const robin = await child({ specialNeeds: 'ehcp', maintainedBy: 'fennshire' })
  const page = await signedIn(officer)
  await page.visit(`/children/${robin}/special-needs/new`)
  page.choose('No special educational needs').fillDate('fromOn', '2026-11-17')
  page.fill('Where is this known from?', 'The annual review')
  await page.press('Save')

  expect(page.status).not.toBe(500)
  const { rows } = await site.admin.query(
    `select status, to_on::text from onroll.special_needs where child_id = $1 order by from_on`,
    [robin],
  )
  expect(rows).toEqual([
    { status: 'ehcp', to_on: '2026-11-16' },
    { status: 'none', to_on: null },
  ])
})

test('To end another partnership’s cycle of meetings is to end none: there is no such page', async () => {
  const cycle = await insert('panel_cycle', {
    id: newId(),
    partnership_id: hbep,
    name: 'Fortnightly',
    weekday: 2,
    every_weeks: 2,
    starts_at: '10:00',
    minutes: 60,
    place: 'Town hall',
    first_on: '2026-09-01',
    last_on: '2027-07-01',
  })
  const page = await signedIn(otherCoordinator)

  expect((await pressed(page, `/meetings/cycles/${cycle}/end`)).status).toBe(404)
  expect((await pressed(page, `/meetings/cycles/${newId()}/end`)).status).toBe(404)
  const { rows } = await site.admin.query('select ended_at from onroll.panel_cycle where id = $1', [
    cycle,
  ])
  expect(rows).toEqual([{ ended_at: null }])
})

test('A removal of a second factor that nobody asked for any more cannot be called off, and says so', async () => {
  const steward = await member('data-steward', await organisation('authority'))
  const page = await signedIn(steward)
  await pressed(page, `/administration/people/${lead.userId}/cancel-second-factor-removal`)

  expect(page.status).toBe(409)
  expect(page.text).toContain('No removal is waiting any more')
})

test('A case that is not open to a decision gets none between meetings, and says so', async () => {
  const robin = await child()
  const id = await referBriefly(site, await signedIn(lead), robin)
  const page = await signedIn(coordinator)
  await page.visit(`/cases/${id}/emergency-decision`)

  expect(page.status).toBe(409)
  expect(page.text).toContain('not open to a decision')
})

test('What the database refuses is told in words, and is no fault', async () => {
  const robin = await child({ care: null })
  const school = await signedIn(lead)
  await school.visit(`/referrals/new?child=${robin}`)
  await school.press('Start the referral')
  const id = school.url.split('/')[2] ?? ''
  await school.visit(`/referrals/${id}/gate/care`)
  await site.admin.query(`update onroll.enrolment set to_on = '2026-11-16' where child_id = $1`, [
    robin,
  ])
  await school.choose('No').press('Continue')

  expect(school.status).toBe(409)
  expect(school.text).toContain('not yours to change')
})

/** A button that this page does not show, pressed all the same. */
async function pressed(page: Browser, path: string) {
  await page.visit('/')
  const body = page.formData('Sign out')
  body.set('_key', newId())
  return page.visit(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } })
}
