import { expect, test } from 'vitest'
import { addDays, isoDate } from '#domain/dates.ts'
import { enqueue } from '#platform/jobs.ts'
import type { Browser } from '#testing/browser.ts'
import { county } from '#testing/county.ts'
import { fillDays, placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = isoDate(new Date().toISOString().slice(0, 10))
const inDays = (days: number) => addDays(today, days)
const site = await testSite({ today })
const world = await county(site)
const { member, organisation, signedIn, hbep, larkfield } = world
const { caseOf, checked, place, statusOf } = placing(site, world, today)
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const colleague = await member('coordinator', hbep, { name: 'Colin Colleague' })
const dsl = await member('school-dsl', larkfield, { name: 'Dora Safe' })
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge, { name: 'Mona Manager' })
await checked(forge, hbep, coordinator)

const enterSchool = async (page: Browser, child: string, days: readonly string[], from = today) => {
  await page.visit(`/children/${child}/programme/school`)
  page.choose('Yes')
  return fillDays(page, days).fillDate('fromOn', from).press('Save')
}

test('School and provider make one week, totalled against full time, with what does not fit', async () => {
  const { id } = await caseOf()
  await place({ child: id, provider: forge, by: coordinator, days: [1, 2] })
  const page = await signedIn(dsl)
  await page.visit(`/children/${id}/programme`)
  expect(page.text).toContain('Nobody has entered it yet')
  await page.follow('Time at school')
  await page.press('Save')
  expect(page.text).toContain('Choose whether the child has lessons at school')
  await enterSchool(page, id, ['Tuesday', 'Wednesday', 'Thursday'])

  expect(page.text).toContain('In total 22 hours 30 minutes')
  expect(page.text).toContain('Full time is 25 hours')
  expect(page.text).toContain('2 hours 30 minutes are missing to a full-time week')
  expect(page.text).toContain('Tuesday: ')
  expect(page.text).toContain('Friday: nothing is arranged')
  expect(page.text).toContain('Not said where: English, Maths, Science')

  await page.follow('Print for the child and carer')
  expect(page.heading).toContain('The week of Robin')
  expect(page.text).toContain('The Forge')
  expect(page.text).not.toContain('P-')
})

test('A child without lessons at school is known to have none, and the rules hear of it', async () => {
  const { id } = await caseOf()
  const placement = await place({ child: id, provider: forge, by: coordinator, days: [1, 2] })
  const page = await signedIn(coordinator)
  await page.visit(`/children/${id}/programme/school`)
  await page.choose('No, none at all').press('Save')
  expect(page.text).not.toContain('Nobody has entered it yet')
  await page.visit(`/placements/${placement}`)
  expect(page.text).toContain('below full time')

  await page.visit(`/children/${id}/programme/medical`)
  await page.press('Save')
  expect(page.text).toContain('Say what shows that full time is not right now')
  await page
    .fill('What shows it?', 'Letter of the clinic, 2 November')
    .fillDate('reviewOn', inDays(60))
    .press('Save')
  expect(page.text).toContain('Letter of the clinic')
  expect(page.text).not.toContain('are missing to a full-time week')
  await page.visit(`/placements/${placement}`)
  // The rule’s own words, which may stand under a finding that is only to be known, are another matter.
  expect(page.text).not.toContain('in total are below full time')
})

test('The paper for the child names no place and no time where somebody must not find the child', async () => {
  const { id } = await caseOf()
  await place({ child: id, provider: forge, by: coordinator, days: [1, 2] })
  await site.admin.query(
    `update contact set no_contact = true, no_contact_reason = 'Order of the court' where child_id = $1`,
    [id],
  )
  const page = await signedIn(coordinator)
  await page.visit(`/children/${id}/programme/print`)
  expect(page.text).toContain('Places and times are left out here')
  for (const words of ['The Forge', '09:30', 'Order of the court'])
    expect(page.text).not.toContain(words)
})

test('A provider asks for other days; the commissioner agrees, and they hold from that day', async () => {
  const { id } = await caseOf()
  const told = { name: 'Robin Sample', born: '2013-02-03' }
  const placement = await place({ child: id, provider: forge, by: coordinator, days: [1], told })
  const provider = await signedIn(manager)
  await provider.visit(`/placed/${placement}`)
  await provider.follow('Ask for a change')
  await provider.press('Ask for the change')
  expect(provider.text).toContain('Choose the change')
  provider.choose('Other days or times').fillDate('fromOn', inDays(10))
  await fillDays(provider, ['Thursday'])
    .fill('Why?', 'Our workshop moves')
    .press('Ask for the change')
  expect(provider.text).toContain('is asked for the change')

  const page = await signedIn(coordinator)
  await page.visit('/')
  await page.follow('Decide about a change')
  expect(page.text).toContain('Our workshop moves')
  await page.choose('Agree, and carry it out').press('Save the decision')
  expect(page.text).toContain('The change is agreed')

  const { rows } = await site.admin.query(
    `select weekday, from_on::text, to_on::text from placement_session where placement_id = $1 order by weekday`,
    [placement],
  )
  expect(rows).toContainEqual({ weekday: 1, from_on: '2026-09-07', to_on: inDays(9) })
  expect(rows).toContainEqual({ weekday: 4, from_on: inDays(10), to_on: null })
  await page.visit(`/children/${id}/programme?on=${inDays(10)}`)
  expect(page.text).toContain('Thursday 09:30 to 14:30')
  await page.visit(`/children/${id}/programme`)
  expect(page.text).toContain('Changes to come')
})

test('Two people decide about a change at once: one decision is kept, and the other is told', async () => {
  const { id } = await caseOf()
  const placement = await place({ child: id, provider: forge, by: coordinator })
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${placement}/changes/new`)
  await page
    .choose('Go on longer')
    .fillDate('endOn', inDays(90))
    .fill('Why?', 'It goes well')
    .press('Ask for the change')
  await page.follow('Go on longer')
  const other = await signedIn(colleague)
  await other.visit(page.url)

  const answers = await Promise.all([
    page.choose('Agree, and carry it out').press('Save the decision'),
    other.choose('Refuse').fill('Why?', 'No money').press('Save the decision'),
  ])

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const { rows } = await site.admin.query(
    `select count(*) from placement_event where placement_id = $1 and what in ('change agreed', 'change refused')`,
    [placement],
  )
  expect(Number(rows[0].count)).toBe(1)
})

test('A change that would make the part substantial needs the same reason and name as an offer', async () => {
  const { id } = await caseOf()
  const placement = await place({ child: id, provider: forge, by: coordinator, days: [1] })
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${placement}/changes/new`)
  page.choose('Other days or times').fillDate('fromOn', inDays(7))
  await fillDays(page, ['Monday', 'Tuesday', 'Wednesday', 'Thursday'])
    .fill('Why?', 'School cannot keep him')
    .press('Ask for the change')
  await page.follow('Other days or times')
  expect(page.text).toContain('What it would set off')
  await page.choose('Agree, and carry it out').press('Save the decision')
  expect(page.status).toBe(422)
  await page
    .fill('Why does it go on all the same?', 'Only until the end of this half-term.')
    .fill('Which head stands behind it?', 'Henrietta Head')
    .press('Save the decision')

  expect(page.text).toContain('The change is agreed')
  const { rows } = await site.admin.query(
    'select head_name from tripwire_override where placement_id = $1',
    [placement],
  )
  expect(rows).toEqual([{ head_name: 'Henrietta Head' }])
})

test('A transfer ends the one and proposes the other', async () => {
  await organisation('provider', 'The Studio')
  const { id } = await caseOf()
  const placement = await place({ child: id, provider: forge, by: coordinator })
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${placement}/changes/new`)
  await page
    .choose('Move to another provider')
    .choose('Which provider?', 'The Studio')
    .fillDate('moveOn', inDays(14))
    .fill('Why?', 'Nearer to home')
    .press('Ask for the change')
  await page.follow('Move to another provider')
  await page.choose('Agree, and carry it out').press('Save the decision')

  const { rows } = await site.admin.query(
    `select o.name, p.status, p.planned_start_on::text as starts, p.planned_end_on::text as ends
       from placement p join organisation o on o.id = p.provider_id where p.child_id = $1 order by p.reference`,
    [id],
  )
  expect(rows).toEqual([
    { name: 'The Forge', status: 'live', starts: '2026-09-07', ends: inDays(13) },
    { name: 'The Studio', status: 'proposed', starts: inDays(14), ends: null },
  ])
})

test('A stale form changes nothing and shows both texts', async () => {
  const { id } = await caseOf()
  const placement = await place({
    child: id,
    provider: forge,
    by: coordinator,
    status: 'proposed',
    from: today,
  })
  const [one, other] = [await signedIn(coordinator), await signedIn(colleague)]
  for (const page of [one, other]) await page.visit(`/placements/${placement}/details`)
  await one.fill('How does the child travel? (optional)', 'By bus').press('Save the details')
  await other.fill('How does the child travel? (optional)', 'On foot').press('Save the details')

  expect(other.status).toBe(409)
  expect(other.body).toContain('On foot')
  expect(await statusOf(placement)).toBe('proposed')
  const { rows } = await site.admin.query('select travel from placement where id = $1', [placement])
  expect(rows).toEqual([{ travel: 'By bus' }])
})

test('A week of two halves is drawn session by session, and the fuller of the two counts', async () => {
  const { id } = await caseOf()
  const placement = await place({
    child: id,
    provider: forge,
    by: coordinator,
    status: 'proposed',
    days: [],
    from: today,
  })
  const page = await signedIn(coordinator)
  const add = async (day: string, weeks: string, from = '09:30', until = '14:30') => {
    await page.visit(`/placements/${placement}/week/add`)
    await page.choose('Day', day).choose(weeks).fill('From', from).fill('Until', until)
    return page.fill('Who supervises the child? (optional)', 'Tess').press('Add the session')
  }
  await add('Monday', 'Every week')
  for (const day of ['Tuesday', 'Wednesday', 'Thursday']) await add(day, 'Week B only')
  expect(page.text).toContain('Tuesday, week B')
  await add('Monday', 'Week A only', '14:00', '15:00')
  expect(page.status).toBe(422)
  expect(page.text).toContain('The child is there already from 09:30 to 14:30')
  await add('Friday', 'Week A only', '10:00', '9:00')
  expect(page.text).toContain('It must end after it starts')

  await page.visit(`/children/${id}/programme`)
  expect(page.text).toContain('Week A: 5 hours. Week B: 20 hours')
  await page.visit(`/placements/${placement}/tripwire`)
  expect(page.links.map(({ href }) => href)).toContain('/rules/ILL-01')

  await page.visit(`/placements/${placement}/week`)
  await page.press('Remove Thursday, week B')
  expect(page.text).toContain('The session is removed')
  await page.visit(`/placements/${placement}/tripwire`)
  expect(page.links.map(({ href }) => href)).not.toContain('/rules/ILL-01')
})

test('Every night the rules are asked again about every placement, and nothing is found twice', async () => {
  const { id } = await caseOf()
  const placement = await place({ child: id, provider: forge, by: coordinator, days: [1, 2, 3, 4] })
  const night = async () => {
    await site.db.asWorker(tx => enqueue(tx, { name: 're-evaluate-provision' }, {}))
    await site.runJobs()
    const { rows } = await site.admin.query(
      'select id, rule from finding where placement_id = $1 and superseded_at is null order by id',
      [placement],
    )
    return rows
  }
  const first = await night()
  expect(first.map(({ rule }) => rule)).toContain('ILL-01')
  expect(await night()).toEqual(first)
})
