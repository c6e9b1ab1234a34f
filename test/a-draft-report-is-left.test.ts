import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { dayAfter, placedChild, termAround, wednesday } from '#testing/placed-child.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: wednesday })
const { insert, member, organisation, signedIn, as, child, hbep, larkfield } = await county(site)
await termAround(insert)
const coordinator = await member('coordinator', hbep)
const forge = await organisation('provider', 'The Forge')
const tutor = await member('provider-tutor', forge, { name: 'Tom Tutor' })
const manager = await member('provider-manager', forge, { name: 'Mona Manager' })
const authority = await organisation('authority', 'Fennshire County Council')
const steward = await member('data-steward', authority, { administrator: true })
const ada = await placedChild(site, insert, {
  child: await child({ school: larkfield, forename: 'Ada' }),
  commissioner: hbep,
  provider: forge,
  madeBy: coordinator.userId,
})
await insert('placement_tutor', {
  placement_id: ada.placement,
  user_id: tutor.userId,
  from_on: dayAfter(-20),
  named_by: manager.userId,
})
const reports = `/placed/${ada.placement}/reports`

const objective = newId()
await insert('individual_plan', {
  id: newId(),
  placement_id: ada.placement,
  number: 1,
  status: 'agreed',
  provider_agreed_on: dayAfter(-10),
  provider_agreed_by: manager.userId,
  made_by: coordinator.userId,
  made_at: `${dayAfter(-12)}T09:00:00Z`,
})
await insert('plan_objective', {
  id: objective,
  placement_id: ada.placement,
  kind: 'academic',
  objective: 'To read a page aloud',
  added_in: 1,
  made_by: coordinator.userId,
  made_at: `${dayAfter(-12)}T09:00:00Z`,
})

test('An incident that was begun by mistake is thrown away from its own page, however little stands in it', async () => {
  const page = await signedIn(tutor)
  await page.visit(reports)
  await page.press('Report an incident')
  await page.press('Throw the draft away')
  expect(page.text).toContain('is thrown away')
  await page.visit('/')
  expect(page.text).not.toContain('Finish an incident report')
  await page.visit(reports)
  await page.press('Report an incident')
  await page.fill('Where did it happen?', 'In the yard').press('Save and finish later')
  // What is missing leads to where it is said.
  await page.follow('Check and send')
  expect(page.text).toContain('It cannot be sent yet')
  expect(page.body).toMatch(/href="[^"]*\/incident#happened_at"/)
  expect(page.text).not.toContain('Send the report')
  await page.press('Throw the draft away')
  expect(page.text).toContain('is thrown away')
})

test('An objective that was answered by mistake was not looked at; what shows it is never lost silently', async () => {
  const standing = 'How does it stand: To read a page aloud'
  const shows = 'What shows it: To read a page aloud'
  const page = await signedIn(tutor)
  await page.visit(reports)
  await page.press('Write a progress report')
  await page.fill(shows, 'Half a page').press('Save and finish later')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Choose how it stands, or leave out what shows it')
  expect(page.body).toContain('Half a page')
  await page.choose(standing, 'On track').press('Save and finish later')
  expect(page.text).toContain('Half a page')

  await page.follow('Go on writing')
  await page.choose(standing, 'Not looked at').fill(shows, '').press('Save and finish later')
  expect(page.text).not.toContain('On track')
  expect(page.text).not.toContain('Half a page')
  await page.follow('Go on writing')
  await page
    .fill('What did you do?', 'Brickwork')
    .fill('What progress did the child make in learning?', 'Lays a straight course')
    .press('Save and check')
  await page.press('Send the report')
  const { rows } = await site.admin.query(
    'select id from objective_progress where placement_id = $1',
    [ada.placement],
  )
  expect(rows).toEqual([])

  // What was sent stays: nobody takes an answer back any more.
  const report = page.url.split('/')[2] ?? ''
  const taken = await as(tutor, tx =>
    tx
      .updateTable('provider_report_objective')
      .set({ standing: 'met' })
      .where('report_id', '=', report)
      .executeTakeFirst(),
  )
  expect(taken.numUpdatedRows).toBe(0n)
})

test('Wherever danger is spoken of stands the number of the hub, or where to find it while nobody has entered it', async () => {
  const page = await signedIn(tutor)
  const school = await signedIn(coordinator)
  await page.visit(reports)
  expect(page.text).toContain('not entered in Onroll. Take it from your safeguarding procedure')

  const admin = await signedIn(steward)
  const details = `/organisations/${authority}/details`
  await admin.visit(details)
  await admin
    .fill('Name of the safeguarding hub', 'First Contact')
    .fill('Telephone of the safeguarding hub', 'ask Ada')
    .press('Save')
  expect(admin.status).toBe(422)
  expect(admin.body).toContain('ask Ada')
  await admin
    .fill('Telephone of the safeguarding hub', '01632 960 999')
    .fill('Telephone outside the hub’s hours', '01632 960 998')
    .press('Save')
  expect(admin.text).toContain('First Contact: 01632 960 999')

  await page.visit(reports)
  await page.press('Report an incident')
  const told = 'First Contact: 01632 960 999. Outside its hours: 01632 960 998.'
  expect(page.text).toContain(told)
  expect(page.body).toContain('href="tel:01632960999"')
  await school.visit(`/providers/${forge}/concerns/add`)
  expect(school.text).toContain(told)
  await school.visit('/help')
  expect(school.text).toContain(told)

  // It is the authority’s to say, and of no other organisation.
  await page.visit(details)
  expect(page.status).toBe(403)
  const changed = await as(manager, tx =>
    tx
      .updateTable('organisation')
      .set({ hub_telephone: '1' })
      .where('id', '=', authority)
      .executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
  await expect(
    site.admin.query(`update organisation set hub_telephone = '1' where id = $1`, [forge]),
  ).rejects.toThrow('check constraint')
})
