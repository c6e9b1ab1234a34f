import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import type { Browser } from '#testing/browser.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await county(site)
const { insert, member, organisation, signedIn, child, hbep, larkfield, thornbury } = world

const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge, { name: 'Mona Manager' })

/** A child of the school whose case the partnership has accepted. */
export async function caseOf(school = larkfield, partnership = hbep, more = {}) {
  const id = await child({ school, ...more })
  const referral = await insert('referral', {
    id: newId(),
    kind: 'school',
    status: 'accepted',
    child_id: id,
    referring_organisation_id: school,
    responsible_partnership_id: partnership,
    submitted_at: `${today}T08:00:00Z`,
    accepted_at: `${today}T09:00:00Z`,
    reason: 'Not in lessons',
  })
  return { id, referral }
}

/** Fills in a proposal for these days, 09:30 to 14:30 with a break of half an hour. */
function fillProposal(browser: Browser, days: readonly string[], provider = 'The Forge') {
  browser
    .choose('Provider', provider)
    .choose('Tier 3: part-time alternative provision')
    .fill('What is it for?', 'To come back to lessons by Easter')
    .choose('Behaviour')
    .fillDate('startOn', today)
  for (const day of days)
    browser
      .tick(day)
      .fill(`${day} from`, '9.30')
      .fill(`${day} until`, '14:30')
      .fill(`Break on ${day}, in minutes (optional)`, '30')
  return browser
}

/** What the commissioner has to have seen of a provider before a child starts there. */
async function provenProvider() {
  for (const what of ['registration', 'staff'])
    await insert('commissioner_check', {
      id: newId(),
      provider_id: forge,
      commissioner_id: hbep,
      what,
      checked_on: '2026-09-01',
      recorded_by: coordinator.userId,
      recorded_at: '2026-09-01T09:00:00Z',
    }).catch(() => undefined)
}

test('A child is proposed, offered, accepted, starts and ends', async () => {
  await provenProvider()
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
  await fillProposal(page, ['Monday', 'Wednesday']).press('Save the proposal')
  expect(page.text).toContain('The provider does not know of it yet')
  expect(page.text).toContain('Look at what it would do, and offer it')
  expect(page.text).toContain('9 hours in all')
  const placement = page.url

  await page.follow('Look at what it would do')
  expect(page.text).toContain('In all')
  expect(page.text).toContain('This stops the offer')
  await page.follow('Go on with a reason')
  await page.press('Offer the placement')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Say why it goes on all the same')
  page
    .fill('Why does it go on all the same?', 'The papers were seen on paper and are being entered.')
    .fill('Which head stands behind it?', 'Henrietta Head')
    .tick('Year group: Year 9')
    .fill('What helps this child to learn (optional)', 'Short tasks and quiet')
    .fill('What did you decide not to share, and why? (optional)', 'Family history: not needed')
  await page.press('Offer the placement')
  expect(page.text).toContain('The placement is offered to The Forge')
  expect(page.text).toContain('Answer the offer')

  const provider = await signedIn(manager)
  await provider.visit('/placed')
  expect(provider.text).toContain('Waiting for your answer')
  await provider.follow('Robin Sample')
  expect(provider.text).toContain('Short tasks and quiet')
  expect(provider.text).toContain('To come back to lessons by Easter')
  expect(provider.text).not.toContain('Family history')
  expect(provider.text).not.toContain('School of roll')
  await provider.follow('Answer the offer')
  await provider.press('Send the answer')
  expect(provider.text).toContain('Choose whether you take the child')
  await provider.choose('Yes, we take the child').press('Send the answer')
  expect(provider.text).toContain('You take this child')

  await page.visit(placement)
  expect(page.text).toContain('Record that it has started')
  await page.follow('Record the start')
  await page.press('Record the start')
  expect(page.text).toContain('The placement is live')
  await page.follow('End it')
  await page.fill('Why does it end?', 'Back in lessons').press('End the placement')
  expect(page.text).toContain('The placement has ended')
  expect(page.text).toContain('Back in lessons')

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
  await fillProposal(page, ['Friday']).press('Save the proposal')
  expect(page.text).toContain('Thornbury College')
  await page.visit('/cases')
  const stranger = await signedIn(coordinator)
  await stranger.visit(page.url)
})
