import { expect, test } from 'vitest'
import { addDays, isoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { fillProposal, placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = isoDate(new Date().toISOString().slice(0, 10))
const site = await testSite({ today })
const world = await county(site)
const { member, organisation, signedIn, hbep, larkfield } = world
const { caseOf, checked, place, statusOf } = placing(site, world, today)
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const school = await member('school-dsl', larkfield)
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge)
await checked(forge, hbep, coordinator)

async function proposed() {
  const { id } = await caseOf()
  const page = await signedIn(coordinator)
  await page.visit(`/children/${id}/placements/new`)
  await fillProposal(page, { days: ['Monday'], provider: 'The Forge', from: today }).press(
    'Save the proposal',
  )
  return { page, placement: page.url.split('/').at(-1) ?? '', child: id }
}
const sessionsFrom = async (placement: string) =>
  (
    await site.admin.query(
      'select weekday, from_on::text as from from placement_session where placement_id = $1',
      [placement],
    )
  ).rows

test('Purpose and days are corrected before the offer, and the week moves along', async () => {
  const { page, placement } = await proposed()
  const late = await signedIn(coordinator)
  await late.visit(`/placements/${placement}/proposal`)
  await page.follow('Correct the proposal')
  await page
    .fill('What is it for?', 'To sit the science paper')
    .fillDate('endOn', addDays(today, -1))
    .press('Save the proposal')
  expect(page.status).toBe(422)
  expect(page.text).toContain('The last day must not be before the first')
  expect(page.text).toContain('To sit the science paper')
  const start = addDays(today, 14)
  await page.fillDate('startOn', start).fillDate('endOn', addDays(today, 90))
  await page.press('Save the proposal')
  expect(page.text).toContain('The proposal is corrected')
  expect(page.text).toContain('To sit the science paper')
  expect(page.text).toContain('Proposal corrected')
  expect(await sessionsFrom(placement)).toEqual([{ weekday: 1, from: start }])

  await late.fill('What is it for?', 'Something else').press('Save the proposal')
  expect(late.text).toContain('Somebody else has changed this since you opened it')
  expect(late.text).toContain('Saved now: what it is for To sit the science paper')
})

test('What was declined for its days gets others, and is offered again', async () => {
  const { page, placement } = await proposed()
  await site.admin.query(
    `update placement set status = 'offered', offered_at = now() where id = $1`,
    [placement],
  )
  const provider = await signedIn(manager)
  await provider.visit(`/placed/${placement}/answer`)
  await provider
    .choose('No, we cannot')
    .fill('Why not?', 'Mondays are full')
    .press('Send the answer')
  expect(await statusOf(placement)).toBe('declined')

  await page.visit(`/placements/${placement}`)
  expect(page.text).toContain('Change the week and offer it again')
  await page.follow('Look at what it would do')
  await page.follow('Reduce the days')
  await page.press('Remove Monday')
  await page.follow('Add a session')
  await page
    .choose('Day', 'Thursday')
    .fill('From', '9:30')
    .fill('Until', '14:30')
    .press('Add the session')
  expect(await sessionsFrom(placement)).toEqual([{ weekday: 4, from: today }])
})

test('The placement says what is not recorded yet, and each finding leads to where it is mended', async () => {
  const { page, placement } = await proposed()
  await page.visit(`/placements/${placement}`)
  expect(page.text).toContain('Risk assessed Not recorded')
  expect(page.text).toContain('Written agreement with the provider Not recorded')
  expect(page.text).toMatch(/Who agreed 0 of \d agreed, \d not recorded/)
  const ways = page.links.map(({ href }) => href)
  expect(ways).toContain(`/placements/${placement}/plan`)
  expect(ways).toContain(`/providers/${forge}/evidence/DOC-01`)
  await page.follow('Change the details')
  await page.fillDate('riskAssessedOn', today).press('Save the details')
  expect(page.text).not.toContain('Risk assessed Not recorded')

  // Who only reads it is sent nowhere.
  const reader = await signedIn(school)
  await reader.visit(`/placements/${placement}`)
  expect(reader.text).toContain('Agreements and details')
  expect(reader.text).not.toContain('Open the individual plan')
  for (const part of ['/proposal', '/week', '/details'])
    expect((await reader.visit(`/placements/${placement}${part}`)).status).toBe(404)
})

test('What runs is corrected by asking for a change alone', async () => {
  const { id } = await caseOf()
  const placement = await place({ child: id, provider: forge, by: coordinator })
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${placement}/proposal`)
  expect(page.status).toBe(409)
})

test('The list is narrowed by reference, by who keeps it and by route, and so is its file', async () => {
  const { page, placement } = await proposed()
  const { rows } = await site.admin.query('select reference from placement where id = $1', [
    placement,
  ])
  await page.visit('/placements?tab=waiting')
  await page.fill('Child, provider or reference', `P-${rows[0].reference}`).press('Apply filters')
  expect(page.text).toContain(`P-${rows[0].reference}`)
  expect(page.text).toContain('Showing 1 to 1 of 1 placements')
  await page.choose('Who keeps it', 'Another school or partnership').press('Apply filters')
  expect(page.text).toContain('Nothing fits')
  await page.visit('/placements?tab=waiting&route=EHCP&whose=ours')
  expect(page.text).toContain('Nothing fits')
  await page.visit('/placements/export?tab=waiting&whose=ours')
  expect(page.text).toContain('Tier 3: part-time alternative provision')
})

test('A placement of before that names no purpose and no need is said to lack them, and is told them in its details', async () => {
  const { id } = await caseOf()
  const placement = await world.insert('placement', {
    id: newId(),
    child_id: id,
    kind: 'alternative provision',
    route: 'tier 3',
    commissioner_id: hbep,
    provider_id: forge,
    status: 'live',
    planned_start_on: addDays(today, -20),
    started_on: addDays(today, -20),
    made_by: coordinator.userId,
    made_at: `${addDays(today, -21)}T09:00:00Z`,
  })
  await site.runJobs()
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${placement}`)
  expect(page.text).toContain('The placement states no purpose. Say what it is for.')
  expect(page.text).toContain('The placement names no need that it meets.')
  await page.visit(`/placements/${placement}/details`)
  await page.fill('What is it for?', 'To come back to lessons').press('Save the details')
  expect(page.text).toContain('Choose the need')
  expect(page.text).toContain('To come back to lessons')
  await page.choose('Physical or mental health').press('Save the details')
  await site.runJobs()
  await page.visit(`/placements/${placement}`)
  expect(page.text).not.toContain('states no purpose')
  expect(page.text).not.toContain('names no need')
  // What is recorded is not asked for again, nor changed here.
  await page.visit(`/placements/${placement}/details`)
  expect(page.text).not.toContain('What is it for?')
})
