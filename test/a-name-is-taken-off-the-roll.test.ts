import { expect, test } from 'vitest'
import { county } from '#testing/county.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

// The database keeps its own day: who may see what follows it, and not the clock of the test.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await county(site)
const { member, organisation, signedIn, child, larkfield, thornbury, hbep, admissionsTeam } = world
const { caseOf, place } = placing(site, world, today)
const dsl = await member('school-dsl', larkfield)
const officer = await member('admissions', admissionsTeam, { name: 'Ada Missions' })
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })

async function proposal(childId: string, ground: string) {
  const page = await signedIn(dsl)
  await page.visit(`/children/${childId}/roll`)
  await page.follow('Take off the roll')
  await page.choose(ground).press('See what the rules say')
  return page
}

const rollOf = async (childId: string) =>
  (
    await site.admin.query('select to_on, ended_because from enrolment where child_id = $1', [
      childId,
    ])
  ).rows[0]

test('A name comes off the roll on a ground in law, with its return, and the child stays in sight', async () => {
  const { id } = await caseOf({ surname: 'Farewell' })
  const page = await signedIn(dsl)
  await page.visit(`/children/${id}/roll`)
  await page.follow('Take off the roll')
  await page.press('See what the rules say')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Choose on what ground')
  await page
    .choose('Registered at another school (a)')
    .fill('Notes (optional)', 'Moves to Wold City, to Wold High.')
    .press('See what the rules say')
  expect(page.text).toContain('The new school has not confirmed')
  expect(page.text).toContain('Nothing has happened to the roll yet')
  expect(page.links.map(({ href }) => href)).toContain('/rules/ROL-02')

  await page.follow('Delete the name')
  await page.press('Delete the name')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Enter the name of the head who stands behind it')
  expect((await rollOf(id)).to_on).toBe(null)

  await page.visit('/')
  await page.follow('Go on with taking a name off the roll, or withdraw it')
  await page.follow('Ground and evidence')
  await page.fillDate('newSchoolOn', today).press('Save')
  expect(page.text).toContain('The evidence for this ground is there')
  await page.follow('Delete the name')
  await page.press('Delete the name')
  expect(page.text).toContain('The name is deleted. Admissions has been told')
  expect(page.text).toContain('The deletion return is due by')
  expect(await rollOf(id)).toEqual({
    to_on: today,
    ended_because: 'Registered at another school (ground a)',
  })

  const { rows: mail } = await site.admin.query(
    `select address, subject, body from message where kind = 'removal made'`,
  )
  expect(mail.map(({ address }) => address).sort()).toEqual(
    [officer.email, coordinator.email].sort(),
  )
  expect(JSON.stringify(mail)).not.toContain('Farewell')

  await page.visit('/')
  await page.follow('Make the deletion return to the authority')
  await page.follow('Record the deletion return')
  await page.press('Save')
  expect(page.text).toContain('Made on')

  const admissions = await signedIn(officer)
  await admissions.visit('/removals?q=farewell')
  await admissions.follow('Robin Farewell')
  expect(admissions.text).toContain('Moves to Wold City')
  expect(admissions.buttons).not.toContain('Record the deletion return')
  await admissions.visit('/removals?q=nobody')
  expect(admissions.text).toContain('Nothing fits')
  const csv = await admissions.visit('/removals/export?q=farewell')
  expect(csv.wholeText).toContain('Robin Farewell')
  expect(csv.wholeText).toContain('Registered at another school (ground a)')
})

test('The day after, the school reads the removal and not the record; Admissions still finds the child', async () => {
  const id = await child({ surname: 'Yesterday' })
  const page = await proposal(id, 'No longer lives within a reasonable distance (g)')
  const removal = page.url
  await page.follow('Delete the name')
  await page.tick('We have made the deletion return today or before').press('Delete the name')
  expect(page.text).toContain('Made on')
  // What is ended today ends tonight; the database keeps its own day, so the scene is moved instead.
  await site.admin.query(
    `alter table enrolment disable trigger user; update enrolment set to_on = current_date - 1 where child_id = '${id}';
     alter table enrolment enable trigger user`,
  )
  expect((await page.visit(removal)).status).toBe(200)
  expect((await page.visit(`/children/${id}/contacts`)).status).toBe(404)
  expect((await page.visit(`/children/${id}/moves`)).status).toBe(404)
  const admissions = await signedIn(officer)
  await admissions.visit('/')
  expect(admissions.text).toContain('see that the child is on a roll or is looked for')
  expect((await admissions.visit(removal)).status).toBe(200)
  expect((await admissions.visit(`/children/${id}`)).status).toBe(200)
})

test('Who stopped coming, or is taught elsewhere, stays on the roll: there is no way round', async () => {
  const { id } = await caseOf()
  const forge = await organisation('provider', 'The Forge')
  await place({ child: id, provider: forge, by: coordinator })
  for (const ground of ['Has stopped attending', 'Is taught somewhere else']) {
    const page = await proposal(id, ground)
    expect(page.text).toContain('This is not one of the fifteen grounds')
    expect(page.text).toContain('The child is in a placement, and no ground allows the removal')
    const rules = page.links.map(({ href }) => href)
    expect(rules).toEqual(expect.arrayContaining(['/rules/ROL-01', '/rules/PLN-10']))
    const removal = page.url
    await page.follow('Delete the name')
    expect(page.text).toContain('There is no way round this')
    expect(page.buttons).not.toContain('Delete the name')
    await page.visit(`${removal}/withdraw`)
    await page.press('Withdraw it')
    expect(page.text).toContain('Say why')
    await page.fill('Why?', 'The child stays.').press('Withdraw it')
    expect(page.text).toContain('The child stayed on roll')
  }
  expect((await rollOf(id)).to_on).toBe(null)
})

test('Support for illness keeps the child on roll, from what Onroll knows; a head may answer for it by name', async () => {
  const { id } = await caseOf()
  const clinic = await organisation('provider', 'The Clinic')
  const placement = await place({ child: id, provider: clinic, by: coordinator })
  await site.admin.query(`update placement set need_category = 'health' where id = $1`, [placement])
  const page = await proposal(id, 'Has not returned from leave (h)')
  expect(page.text).toContain('The child has support for illness and stays on roll')
  await page.follow('Delete the name')
  expect(page.text).toContain('There is no way round this')

  const other = await child()
  const leave = await proposal(other, 'Has not returned from leave (h)')
  await leave.follow('Delete the name')
  await leave
    .fill('Why is the name deleted all the same?', 'The embassy wrote that the family stays.')
    .fill('Which head stands behind it?', 'Henrietta Head')
    .press('Delete the name')
  expect(leave.text).toContain('Henrietta Head: The embassy wrote that the family stays.')
})

test('No other page takes a name off the roll: not a correction, not a second door', async () => {
  const id = await child()
  const page = await signedIn(dsl)
  await page.visit(`/children/${id}/roll`)
  await page.follow('Correct')
  await page
    .fillDate('toOn', today)
    .fill('Why are you correcting this?', 'Typed wrongly')
    .press('Save')
  expect(page.status).toBe(422)
  expect(page.text).toContain('A correction takes no name off the roll')
  expect((await rollOf(id)).to_on).toBe(null)
  const entry = (await site.admin.query('select id from enrolment where child_id = $1', [id]))
    .rows[0].id
  expect((await page.visit(`/children/${id}/roll/${entry}/end`)).status).toBe(404)
})

test('The absence in the register is entered, judged and taken out again; what was typed is kept', async () => {
  const id = await child()
  const page = await proposal(id, 'Absent for 20 school days without a break (i)')
  await page.follow('Delete the name')
  expect(page.text).toContain('There is no way round this')
  await page.follow('The removal')
  await page.follow('Absence in your register')
  await page
    .fillDate('fromOn', '2026-11-02')
    .fillDate('toOn', '2026-10-01')
    .fill('Code in the register', 'o')
    .choose('Both')
    .press('Add these days')
  expect(page.status).toBe(422)
  expect(page.text).toContain('The last day must be on or after the first')
  await page.fillDate('toOn', '2026-11-06').press('Add these days')
  expect(page.text).toContain('6 Nov 2026')
  await page.press('Remove')
  expect(page.text).toContain('No absence is entered yet')
})

test('A school that is not the child’s finds neither the child, the removal nor the list of it', async () => {
  const id = await child({ surname: 'Elsewhere' })
  const page = await proposal(id, 'Permanently excluded (o)')
  const outsider = await signedIn(await member('school-dsl', thornbury))
  for (const path of [page.url, `${page.url}/make`, `/children/${id}/removals/new`])
    expect((await outsider.visit(path)).status, path).toBe(404)
  await outsider.visit('/removals?tab=proposed')
  expect(outsider.text).not.toContain('Elsewhere')
  const admissions = await signedIn(officer)
  expect((await admissions.visit(page.url)).status).toBe(404)
})
