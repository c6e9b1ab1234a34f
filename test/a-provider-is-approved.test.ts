import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'
import type { Member } from '#testing/world.ts'

// The database keeps its own day, so that of the test is the same.
const today = new Date().toISOString().slice(0, 10)
const inDays = (days: number) =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
const site = await testSite({ today })
const scene = await county(site)
const { member, signedIn, organisation, insert, as, larkfield, wilfrids, hbep, nwllip } = scene
const { caseOf, place, checked, statusOf } = placing(site, scene, today)
const forge = await organisation('provider', 'Forge Training')
const anvil = await organisation('provider', 'Anvil Workshops')
const quiet = await organisation('provider', 'Quiet Garden')
const team = await organisation('team', 'Quality Assurance', 'quality-assurance')
const coordinator = await member('coordinator', hbep)
const neighbour = await member('coordinator', nwllip)
const dsl = await member('school-dsl', larkfield)
const otherSchool = await member('school-dsl', wilfrids)
const manager = await member('provider-manager', forge)
const officer = await member('quality-assurance', team, { name: 'Olive Officer' })
const quality = await signedIn(officer)
const here = `/providers/${forge}/approval`
const decide = async (label: string, why: string, review?: string, conditions?: string) => {
  await quality.visit(`${here}/decide`)
  quality.choose(label).fill('Why?', why)
  if (conditions) quality.fill('Conditions', conditions)
  if (review) quality.fillDate('reviewOn', review)
  return quality.press('Save the decision')
}
const child = await caseOf({ forename: 'Pia', surname: 'Placed' })
const live = await place({ child: child.id, provider: forge, by: coordinator })

test('Before anybody decides, the page says what the records say, and that nobody has assessed it', async () => {
  await quality.visit('/providers')
  await quality.follow('Forge Training')
  await quality.follow('Approval')
  expect(quality.text).toContain('The officers have decided nothing about this provider yet')
  expect(quality.text).toContain('Not yet assessed')
  expect(quality.text).toContain('Nobody has published an annual assessment of it.')
  expect(quality.text).toContain('25 of 25 documents missing.')
})

test('A decision needs its reason, its conditions and its day; what was typed is kept', async () => {
  await decide('Approved with conditions', 'The insurance is late', inDays(-1))
  expect(quality.status).toBe(422)
  expect(quality.text).toContain('Say what the conditions are')
  expect(quality.text).toContain('must be in the future')
  expect(quality.body).toContain('The insurance is late')

  await decide('Paused', 'The insurance is late')
  expect(quality.text).toContain('Enter the day on which it is looked at again')
})

test('The officers approve with conditions; the provider, the directory and its file say so', async () => {
  await decide('Approved with conditions', 'Well led', inDays(20), 'Insurance by Christmas')
  expect(quality.text).toContain('The decision is saved')
  expect(quality.text).toContain('Olive Officer, Quality Assurance')

  const theirs = await signedIn(manager)
  await theirs.visit('/providers/own')
  await theirs.follow('Approval')
  expect(theirs.text).toContain('Insurance by Christmas')
  expect(theirs.text).not.toContain('What the records say')
  const school = await signedIn(otherSchool)
  await school.visit('/providers')
  await school.choose('Approval', 'Approved with conditions').press('Apply filters')
  expect(school.text).toContain('Forge Training')
  expect(school.text).not.toContain('Anvil')
  await school.visit('/providers/export?approval=approved with conditions')
  expect(school.body).toContain('"Insurance by Christmas"')
  await quality.visit('/')
  expect(quality.text).toContain('Look at an approval again')
})

test('A serious concern speaks against it: the records say so beside the decision', async () => {
  const school = await signedIn(dsl)
  await school.visit(`/providers/${forge}/concerns/add`)
  school.choose('Quality of what is taught').choose('Serious')
  school.fill('What did you see, or what were you told?', 'Nothing was taught for a week')
  await school.press('Raise the concern')
  await quality.visit(here)
  expect(quality.text).toContain('The records speak against what was decided')
  expect(quality.text).toContain('1 serious concern open.')
  const theirs = await signedIn(manager)
  await theirs.visit(here)
  expect(theirs.wholeText).not.toMatch(/concern|speak against/i)
})

test('A pause tells commissioners with a child there and the provider, and names no one', async () => {
  await site.runJobs()
  await site.admin.query('delete from message')
  await decide('Paused', 'The tutors have left', inDays(30))
  await site.runJobs()
  const { rows } = await site.admin.query(
    `select to_organisation_id, subject, body from message where kind = 'approval of a provider'`,
  )
  expect(rows.map(row => row.to_organisation_id).sort()).toEqual([hbep, forge].sort())
  for (const { subject, body } of rows) expect(`${subject} ${body}`).not.toMatch(/Forge|Pia|tutors/)

  const theirs = await signedIn(coordinator)
  await theirs.visit('/')
  await theirs.follow('A provider that you use is paused')
  expect(theirs.text).toContain('The tutors have left')
  const other = await signedIn(neighbour)
  await other.visit('/')
  expect(other.text).not.toContain('paused')
})

test('An offer to a paused provider speaks plainly, and goes on with a reason and a head’s name', async () => {
  await checked(forge, hbep, coordinator)
  await checked(anvil, hbep, coordinator)
  const next = await caseOf({ forename: 'Nora', surname: 'Next' })
  const browser = await signedIn(coordinator)
  await browser.visit(`/children/${next.id}/placements/new`)
  expect(browser.body).toContain('Forge Training – Paused: no new placements')
  const proposed = await place({
    child: next.id,
    provider: forge,
    by: coordinator,
    status: 'proposed',
  })
  await browser.visit(`/placements/${proposed}/tripwire`)
  expect(browser.text).toContain('The officers paused this provider for new placements')
  expect(browser.text).toContain('The tutors have left')
  await browser.follow('Go on with a reason')
  await browser.press('Offer the placement')
  expect(browser.text).toContain('Say why it goes on all the same')
  browser
    .fill('Why does it go on all the same?', 'The one tutor whom she trusts is still there')
    .fill('Which head stands behind it?', 'H. Head')
  await browser.press('Offer the placement')
  expect(await statusOf(proposed)).toBe('offered')
  const { rows } = await site.admin.query(
    'select findings from tripwire_override where placement_id = $1',
    [proposed],
  )
  expect(JSON.stringify(rows[0].findings)).toContain('approval')
  expect(await statusOf(live)).toBe('live')
})

test('A new decision undoes a pause, and the old ones stay to be read', async () => {
  await decide('Approved', 'New tutors, seen on a visit')
  expect(quality.text).toContain('Earlier decisions')
  expect(quality.text).toContain('The tutors have left')
  const theirs = await signedIn(coordinator)
  await theirs.visit('/')
  expect(theirs.text).not.toContain('A provider that you use is paused')
})

test('Only the quality team decides; nobody rewrites what was decided', async () => {
  const tutor = await member('provider-tutor', forge)
  for (const [who, read] of [
    [coordinator, 200],
    [dsl, 200],
    [await member('support-worker', hbep), 200],
    [manager, 200],
    [tutor, 403],
    [await member('provider-manager', anvil), 404],
    [await member('panel-member', larkfield), 403],
  ] as const) {
    const browser = await signedIn(who)
    await browser.visit(here)
    expect(browser.status, who.role).toBe(read)
    await browser.visit(`${here}/decide`)
    expect(browser.status, who.role).toBe(403)
  }
  const past = (who: Member, query: string) =>
    as(who, async tx => (await sql.raw(query).execute(tx)).rows.length).catch(
      (error: Error) => error.message,
    )
  const insertAs = (by: Member, organisationId = by.organisationId) =>
    `insert into provider_approval (id, provider_id, approval, because, from_on, by_user, by_organisation, at)
     values ('${newId()}', '${forge}', 'approved', 'x', '${today}', '${by.userId}', '${organisationId}', now())`
  for (const who of [coordinator, dsl, manager, tutor])
    expect(await past(who, insertAs(who)), who.role).toContain('row-level security')
  expect(await past(officer, insertAs(coordinator, team))).toContain('row-level security')
  expect(await past(officer, `update provider_approval set because = 'y'`)).toContain(
    'permission denied',
  )
  expect(await past(officer, 'delete from provider_approval')).toContain('permission denied')
  expect(await past(tutor, 'select 1 from provider_approval')).toBe(0)
  expect(
    await past(await member('provider-manager', anvil), 'select 1 from provider_approval'),
  ).toBe(0)
  for (const who of [manager, tutor, await member('panel-member', larkfield)])
    for (const from of ['open_concerns', 'uses_of_providers', 'documents_sampled'])
      expect(await past(who, `select 1 from onroll.${from}()`), `${who.role} ${from}`).toBe(0)
})

test('The planner puts first what speaks most, shows its working, and leads to a visit', async () => {
  await insert('visit', {
    id: newId(),
    provider_id: quiet,
    commissioner_id: nwllip,
    planned_on: inDays(-40),
    visited_on: inDays(-40),
    status: 'published',
    annual_assessment: true,
    made_by: neighbour.userId,
    made_at: `${inDays(-50)}T09:00:00Z`,
  })
  const visit = (await site.admin.query('select id from visit')).rows[0].id
  for (const section of ['A', 'B', 'C', 'D'])
    await insert('visit_item', {
      id: newId(),
      visit_id: visit,
      section,
      free_words: 'Seen',
      seen_at: `${inDays(-40)}T09:00:00Z`,
      by_user: neighbour.userId,
    })
  const browser = await signedIn(coordinator)
  await browser.visit('/providers')
  await browser.follow('Which to visit next')
  const order = ['Forge Training', 'Anvil Workshops', 'Quiet Garden'].map(name =>
    browser.text.indexOf(name),
  )
  expect(order).toEqual([...order].sort((a, b) => a - b))
  expect(browser.text).toContain('40 points: 1 serious concern open')
  expect(browser.text).toContain('35 points: Never assessed by a commissioner with a child there')
  expect(browser.text).toContain(
    '20 points: Areas A, B, C and D not looked at for a year, or never',
  )
  expect(browser.text).toContain('Nothing is missing')
  // What is missing comes into the plan; concerns do not.
  expect(browser.links.map(({ href }) => href)).toContain(
    `/visits/plan?provider=${forge}&areas=ABCD&annual=yes`,
  )

  await browser.choose('What is missing', 'Annual assessment overdue').press('Apply filters')
  expect(browser.text).toContain('Forge Training')
  expect(browser.text).not.toContain('Anvil')
  await browser.follow('Download as CSV')
  expect(browser.body).toContain('1 serious concern open (40)')
  expect(browser.body).not.toContain('Anvil')

  // Each commissioner’s own clock: the neighbour has no child at the Forge.
  const other = await signedIn(neighbour)
  await other.visit('/visit-planner?gap=assessment')
  expect(other.text).toContain('Nothing matches')
  await quality.visit('/visit-planner?gap=assessment')
  expect(quality.text).toContain('Forge Training')
  const theirs = await signedIn(manager)
  await theirs.visit('/visit-planner')
  expect(theirs.status).toBe(403)
})

test('Two officers decide at once: the second reads what the first decided, and keeps what was typed', async () => {
  const second = await signedIn(await member('quality-assurance', team, { name: 'Otto Officer' }))
  await second.visit(`/providers/${quiet}/approval/decide`)
  second.choose('Approved').fill('Why?', 'All in order when I looked')
  await quality.visit(`/providers/${quiet}/approval/decide`)
  quality.choose('Ended').fill('Why?', 'It closes at Christmas')
  await quality.press('Save the decision')
  expect(quality.text).toContain('The decision is saved')

  await second.press('Save the decision')
  expect(second.status).toBe(409)
  expect(second.body).toContain('All in order when I looked')
  await second.visit(`/providers/${quiet}/approval`)
  expect(second.text).toContain('It closes at Christmas')
  expect(second.text).not.toContain('All in order when I looked')
})
