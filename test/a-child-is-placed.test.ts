import { expect, test } from 'vitest'
import { county } from '#testing/county.ts'
import { fillProposal, placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await county(site)
const { member, organisation, signedIn, child, hbep, thornbury } = world
const { caseOf, checked, place, statusOf } = placing(site, world, today)
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge, { name: 'Mona Manager' })
const tutor = await member('provider-tutor', forge, { name: 'Theo Tutor' })
await checked(forge, hbep, coordinator)

test('A child is proposed, offered, accepted, starts and ends', async () => {
  const { referral } = await caseOf()
  const page = await signedIn(coordinator)
  await page.visit(`/cases/${referral}`)
  await page.follow('Programme')
  expect(page.text).toContain('Nothing is in this week yet.')

  await page.follow('Propose a placement')
  await page.press('Save the proposal')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Choose the provider')
  expect(page.text).toContain('Choose at least one day')
  await fillProposal(page, {
    days: ['Monday', 'Wednesday'],
    provider: 'The Forge',
    from: today,
  }).press('Save the proposal')
  expect(page.text).toContain('The provider does not know of it yet')
  expect(page.text).toContain('9 hours in all')
  const placement = page.url
  await page.visit('/')
  expect(page.text).toContain('Look at what it would do, and offer it')
  await page.visit(placement)

  await page.follow('Look at what it would do')
  await page.follow('Go on')
  if (page.buttons.includes('Offer the placement') && page.text.includes('Going on all the same'))
    page
      .fill('Why does it go on all the same?', 'The papers were seen and are being entered.')
      .fill('Which head stands behind it?', 'Henrietta Head')
  page
    .tick('Year group: Year 9')
    .fill('What helps this child to learn (optional)', 'Short tasks and quiet')
    .fill('What did you decide not to share, and why? (optional)', 'Family history: not needed')
  await page.press('Offer the placement')
  expect(page.text).toContain('The placement is offered to The Forge')
  await page.follow('Information shared')
  expect(page.text).toContain('Decided not to share')
  expect(page.text).toContain('Name, Date of birth, Year group, What helps this child to learn')

  const provider = await signedIn(manager)
  await provider.visit('/')
  await provider.follow('Answer the offer')
  expect(provider.text).toContain('Short tasks and quiet')
  expect(provider.text).toContain('To come back to lessons by Easter')
  expect(provider.text).not.toContain('Family history')
  expect(provider.text).not.toContain('School of roll')
  await provider.follow('Answer the offer')
  await provider.press('Send the answer')
  expect(provider.text).toContain('Choose whether you take the child')
  await provider.choose('No, we cannot').press('Send the answer')
  expect(provider.text).toContain('Say why, so that the school can look elsewhere')
  await provider.choose('Yes, we take the child').press('Send the answer')
  expect(provider.text).toContain('You take this child')
  await provider.follow('Name the tutors')
  await provider.tick('Theo Tutor').press('Save the tutors')
  const taught = await signedIn(tutor)
  await taught.visit('/placed')
  expect(taught.text).toContain('Robin Sample')

  await page.visit(placement)
  await page.follow('Record the start')
  await page.press('Record the start')
  expect(page.text).toContain('The placement is live')
  await page.follow('End it')
  await page.fill('Why does it end?', 'Back in lessons').press('End the placement')
  expect(page.text).toContain('The placement has ended')

  const { rows: mails } = await site.admin.query(
    `select subject || body as words from message where kind like 'placement%'`,
  )
  expect(mails.length).toBeGreaterThanOrEqual(4)
  expect(mails.filter(({ words }) => /Robin|Sample/.test(words))).toEqual([])
})

test('A school does the same for a child of its own', async () => {
  const referrer = await member('school-dsl', thornbury)
  const mine = await child({ school: thornbury, forename: 'Sky' })
  const page = await signedIn(referrer)
  await page.visit(`/children/${mine}/programme`)
  await page.follow('Propose a placement')
  await fillProposal(page, { days: ['Friday'], provider: 'The Forge', from: today }).press(
    'Save the proposal',
  )
  expect(page.text).toContain('Commissioner Thornbury College')
  const placement = page.url.split('/').at(-1) ?? ''
  await page.visit('/placements?tab=waiting')
  expect(page.text).toContain('Sky Sample')

  const stranger = await signedIn(coordinator)
  await stranger.visit(`/placements/${placement}`)
  expect(stranger.status).toBe(404)
  expect(await statusOf(placement)).toBe('proposed')
})

test('A provider that answers twice, and one that answers too late, are told', async () => {
  const { id } = await caseOf()
  const placement = await place({
    child: id,
    provider: forge,
    by: coordinator,
    status: 'offered',
    from: today,
  })
  const pages = [await signedIn(manager), await signedIn(await member('provider-manager', forge))]
  for (const page of pages) await page.visit(`/placed/${placement}/answer`)
  const answers = await Promise.all(
    pages.map(page => page.choose('Yes, we take the child').press('Send the answer')),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const { rows } = await site.admin.query(
    `select count(*) from placement_event where placement_id = $1 and what = 'accepted'`,
    [placement],
  )
  expect(Number(rows[0].count)).toBe(1)

  const other = await place({
    child: id,
    provider: forge,
    by: coordinator,
    status: 'offered',
    from: today,
  })
  const late = await signedIn(manager)
  await late.visit(`/placed/${other}/answer`)
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${other}/withdraw`)
  await page.fill('Why is it withdrawn?', 'The family moves away').press('Withdraw')
  await late.choose('Yes, we take the child').press('Send the answer')
  expect(late.status).toBe(404)
  expect(await statusOf(other)).toBe('withdrawn')
})

test('What a withdrawal takes with it is told apart from the withdrawal itself', async () => {
  const { id } = await caseOf()
  const placement = await place({
    child: id,
    provider: forge,
    by: coordinator,
    status: 'accepted',
    from: today,
  })
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${placement}/short-term-plan/write`)
  const day = (ahead: number) =>
    new Date(Date.parse(today) + ahead * 86_400_000).toISOString().slice(0, 10)
  await page
    .fillDate('startOn', today)
    .fillDate('reviewOn', day(14))
    .fillDate('endOn', day(28))
    .press('Save the draft')
  expect(page.text).toContain('The draft is saved')
  expect(page.text).toContain('The school has not agreed to it.')

  await page.visit(`/placements/${placement}/withdraw`)
  await page.fill('Why is it withdrawn?', 'The family moves away').press('Withdraw')

  expect(page.text).toContain('Withdrawn')
  expect(page.text).toContain('Short-term plan discarded')
  const { rows } = await site.admin.query(
    `select what, details from placement_event where placement_id = $1 and what in ('withdrawn', 'plan discarded')`,
    [placement],
  )
  expect(rows).toContainEqual({ what: 'plan discarded', details: { followed: 'the placement' } })
  const { rows: sessions } = await site.admin.query(
    'select 1 from placement_session where placement_id = $1 and (to_on is null or to_on > $2)',
    [placement, today],
  )
  expect(sessions).toEqual([])
})
