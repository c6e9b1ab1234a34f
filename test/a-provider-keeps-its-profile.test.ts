import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import type { Browser } from '#testing/browser.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, organisation, insert, child, larkfield, hbep } = await county(site)
const forge = await organisation('provider', 'Forge Training')
const anvil = await organisation('provider', 'Anvil Workshops')
const team = await organisation('team', 'Quality', 'quality-assurance')
const manager = await signedIn(await member('provider-manager', forge))
const coordinator = await signedIn(await member('coordinator', hbep))
const officer = await member('quality-assurance', team)
const quality = await signedIn(officer)
const school = await signedIn(await member('school-referrer', larkfield))

const findings = async (browser: Browser) => {
  await site.runJobs()
  await browser.visit(`/providers/${forge}/findings`)
  return browser.links.flatMap(({ href }) => /^\/rules\/([A-Z]{3}-\d{2})$/.exec(href)?.[1] ?? [])
}

async function addPerson(name: string, role: string, { senior = false, number = '' } = {}) {
  await manager.visit(`/providers/${forge}/people/add`)
  manager.fill('Name', name).choose(role).fillDate('fromOn', '2024-09-02')
  if (senior) manager.chooseIn('Do they belong to the senior team?', 'Yes')
  if (number)
    manager
      .choose('Disclosure and barring check', 'Enhanced, with the barred lists')
      .fillDate('checkedOn', '2024-08-20')
      .fill('Number of the check (optional)', number)
  await manager.press('Save')
}
async function train(on: string, trainer: string) {
  manager.fillDate('trainedOn', on).choose(trainer)
  await manager.press('Save')
}

test('The manager says what is offered, and schools find it by need, place, key stage, day and free sessions', async () => {
  await manager.visit(`/providers/${forge}/offer`)
  manager
    .fill('Describe the provision in a few sentences', 'Metal work for young people.')
    .tick('Behaviour')
    .tick('Key stage 4 (14 to 16)')
    .tick('Monday')
    .tick('Thursday')
    .fill('Subjects', 'Welding\nEnglish\n\nWelding')
    .fill('Hours a week that you advertise', '15')
    .fill('Sessions that you can give in a week', '40')
  await manager.press('Save')
  expect(manager.text).toContain('Welding, English')
  expect(manager.text).toContain('40 of 40')
  await manager.visit(`/providers/${forge}/sites/add`)
  manager
    .fill('Name of the site', 'Old Mill')
    .fill('Town (optional)', 'Larkminster')
    .fill('Postcode (optional)', 'ZZ1 1AA')
    .fill('Latitude', '52.95')
    .fill('Longitude', '-1.15')
  await manager.press('Save')
  expect(manager.text).toContain('Old Mill')

  await school.visit('/providers')
  expect(school.text).toContain('Forge Training')
  expect(school.text).toContain('Anvil Workshops')
  school
    .choose('Need', 'Behaviour')
    .fill('Place', 'larkmin')
    .choose('Key stage', 'Key stage 4 (14 to 16)')
    .choose('Day', 'Thursday')
    .fill('Free sessions a week, at least', '30')
  await school.press('Apply filters')
  expect(school.text).toContain('Forge Training')
  expect(school.text).not.toContain('Anvil Workshops')
  school.fill('Free sessions a week, at least', '41')
  await school.press('Apply filters')
  expect(school.text).toContain('Nothing matches')
})

test('Free sessions are the capacity less what is live, half days and whole days alike', async () => {
  const placement = newId()
  const maker = await member('school-dsl', larkfield)
  await insert('placement', {
    id: placement,
    child_id: await child(),
    kind: 'alternative provision',
    route: 'off-site direction',
    commissioner_id: larkfield,
    provider_id: forge,
    status: 'live',
    planned_start_on: '2026-09-07',
    started_on: '2026-09-07',
    made_by: maker.userId,
    made_at: '2026-09-01T10:00:00Z',
  })
  for (const [weekday, starts, ends, weeks] of [
    [1, '09:00', '15:00', 'every'],
    [4, '09:00', '12:00', 'A'],
  ])
    await insert('placement_session', {
      id: newId(),
      placement_id: placement,
      weekday,
      starts_at: starts,
      ends_at: ends,
      in_weeks: weeks,
      from_on: '2026-09-07',
    })
  await school.visit('/providers?q=Forge')
  expect(school.text).toContain('37')
  await school.visit(`/providers/${forge}`)
  expect(school.text).toContain('37 of 40')
})

test('The map is drawn here, numbered as its list, and the list can be taken away as CSV', async () => {
  await school.visit('/providers/map')
  expect(school.all('circle').length).toBe(1)
  expect(school.text).toContain('Old Mill')
  expect(school.body).not.toMatch(/src="https?:/)
  await school.visit('/providers')
  await school.follow('Download as CSV')
  expect(school.headers.get('content-type')).toContain('text/csv')
  expect(school.body).toContain('"Forge Training","Larkminster","Behaviour"')
  expect(school.body).toContain('"Assurance"')
})

test('A number that the register does not hold is said to be so, and counts once an officer has found it', async () => {
  await manager.visit(`/providers/${forge}/registration`)
  manager
    .choose('Kind of setting', 'Not a school')
    .choose('Legal form', 'Sole trader')
    .fill('URN, if you are registered as a school', '123456')
    .fill('Outcome, in the words of the report', 'Good')
  await manager.press('Save')
  expect(manager.status).toBe(422)
  expect(manager.text).toContain('Enter the day of the inspection')
  expect(manager.text).toContain('Say where the outcome can be read')
  manager.fillDate('ofstedOn', '2024-05-14').fill('Where the report can be read', 'Report 10101')
  await manager.press('Save')
  expect(manager.text).toContain('Not in the register')
  expect(manager.text).toContain('count this provider as not registered')
  expect(manager.text).toContain('Good, 14 May 2024 (Report 10101)')
  expect(manager.text).not.toContain('Record that you looked it up')

  await quality.visit(`/providers/${forge}`)
  await quality.follow('Record that you looked it up')
  quality.choose('Yes').fill('Where did you look?', 'The Department’s register')
  await quality.press('Save')
  expect(quality.text).toContain('Quality found it on 17 November 2026')
  expect(quality.text).not.toContain('count this provider as not registered')
})

test('Who employs nobody declares it, and the certificate of an employer does not apply', async () => {
  expect(await findings(coordinator)).toContain('EVD-07')
  await manager.visit(`/providers/${forge}/registration`)
  manager
    .choose('No, nobody')
    .fillDate('declaredOn', '2026-11-02')
    .fill('Who signed it?', 'F. Smith')
  await manager.press('Save')
  expect(manager.text).toContain('No: declared on 2 November 2026 by F. Smith')
  await manager.visit(`/providers/${forge}/evidence`)
  expect(manager.text).toContain('Does not apply')
  await site.runJobs()
  await coordinator.visit(`/providers/${forge}/findings`)
  expect(coordinator.text).toContain('has declared that it employs nobody')
})

test('Staff: leads, training and checks, of whose numbers only the end is kept', async () => {
  expect(await findings(coordinator)).toEqual(
    expect.arrayContaining(['SAF-03', 'SAF-04', 'EVD-10']),
  )
  await addPerson('Lena Lead', 'Safeguarding lead', { senior: true, number: '001234567890' })
  await train('2026-09-01', 'The County’s trainers')
  await addPerson('Dan Deputy', 'Deputy safeguarding lead')
  await train('2026-09-01', 'Somebody else')
  await addPerson('Stefan Staff', 'Staff')
  expect(await findings(coordinator)).toContain('SAF-02')
  expect(coordinator.text).toContain('1 of 3 people never had safeguarding training')
  expect(coordinator.text).not.toContain('Stefan')

  await manager.visit(`/providers/${forge}/people`)
  expect(manager.text).toContain('••••••••• 890')
  expect(manager.body).not.toContain('001234567890')
  const { rows } = await site.admin.query('select * from provider_person')
  expect(JSON.stringify(rows)).not.toContain('1234567')
  await coordinator.visit(`/providers/${forge}`)
  expect(coordinator.text).toContain('Lena Lead')
  expect(coordinator.text).not.toContain('Stefan Staff')
  const after = await findings(coordinator)
  for (const rule of ['SAF-03', 'SAF-04', 'EVD-10']) expect(after).not.toContain(rule)
})

test('Staff are read by quality assurance with a second factor just now, which is remembered, and by nobody else', async () => {
  await quality.visit(`/providers/${forge}/people`)
  expect(quality.text).toContain('Stefan Staff')
  const { rows } = await site.admin.query(
    `select * from audit_entry where event = 'provider.people-viewed' and user_id = $1`,
    [officer.userId],
  )
  expect(rows.length).toBe(1)

  await site.admin.query(
    `update session set second_factor_at = now() - interval '11 minutes' where user_id = $1`,
    [officer.userId],
  )
  site.setNow(new Date().toISOString())
  await quality.visit(`/providers/${forge}/people`)
  expect(quality.text).toMatch(/Your second factor|Confirm that it is you/)
  expect(quality.text).not.toContain('Stefan Staff')
  const stranger = await signedIn(await member('provider-manager', anvil))
  const tutor = await signedIn(await member('provider-tutor', forge))
  const lead = await signedIn(await member('provider-dsl', forge))
  for (const browser of [coordinator, school, tutor, lead, stranger])
    expect([403, 404]).toContain((await browser.visit(`/providers/${forge}/people`)).status)
  expect([403, 404]).toContain((await quality.visit(`/providers/${forge}/people/add`)).status)
  site.setToday('2026-11-17')
})

test('Each commissioner checks and agrees for itself; a clause that is missing is said', async () => {
  await coordinator.visit(`/providers/${forge}/checks`)
  await coordinator.follow('Record an agreement')
  coordinator
    .fillDate('signedOn', '2026-09-01')
    .fill('Who signed for you?', 'C. Smith')
    .fill('Who signed for the provider?', 'F. Smith')
    .choose('No')
  await coordinator.press('Save')
  expect(coordinator.text).toContain('Not bound to it')
  expect(await findings(coordinator)).toContain('SAF-01')
  await coordinator.visit(`/providers/${forge}/checks`)
  await coordinator.follow('Change the agreement of')
  coordinator.choose('Yes')
  await coordinator.press('Save')
  expect(coordinator.text).toContain('Bound to it')
  expect(await findings(coordinator)).not.toContain('SAF-01')

  await school.visit(`/providers/${forge}/checks/add`)
  school
    .choose('Whether the setting must be registered, and is')
    .fill('What did you look at, and what did you find?', 'The register')
  await school.press('Save')
  expect(school.text).toContain('Larkfield Academy')
  expect(school.text).not.toContain('Harbour Bay')
  expect((await manager.visit(`/providers/${forge}/checks/add`)).status).toBe(403)
})

test('Who entered a provider may mend its profile until somebody there has a role', async () => {
  await coordinator.visit(`/providers/${anvil}/offer`)
  expect(coordinator.status).toBe(403)
  const fresh = await organisation('provider', 'Fresh Start')
  await coordinator.visit(`/providers/${fresh}/offer`)
  expect(coordinator.status).toBe(200)
  await member('provider-manager', fresh)
  expect((await coordinator.visit(`/providers/${fresh}/offer`)).status).toBe(403)
  expect((await school.visit(`/providers/${fresh}/offer`)).status).toBe(403)
})
