import { expect, test } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { dayInWords } from '#domain/london-time.ts'
import { mondayOf } from '#domain/two-weeks.ts'
import type { Browser } from '#testing/browser.ts'
import { county } from '#testing/county.ts'
import { termAround, wednesday } from '#testing/placed-child.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: wednesday })
const world = await county(site)
const { insert, member, organisation, signedIn, hbep, larkfield } = world
// One term that began ten weeks before, and no other: the week of that Wednesday is week A again.
await site.admin.query('delete from term where school_id is null')
await termAround(insert)
const monday = mondayOf(wednesday)
const inWeeks = (weeks: number) => addDays(monday, 7 * weeks)
const { caseOf, checked, place } = placing(site, world, wednesday)
const coordinator = await member('coordinator', hbep)
const dsl = await member('school-dsl', larkfield)
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge)
await checked(forge, hbep, coordinator)

/** Mondays every week, Wednesdays in week A, Thursdays in week B and then an hour longer. */
const alternating = async (forename: string) => {
  const { id } = await caseOf({ forename })
  const placement = await place({
    child: id,
    provider: forge,
    by: coordinator,
    days: [],
    from: inWeeks(-4),
    told: { name: forename },
  })
  for (const [weekday, in_weeks, ends_at] of [
    [1, 'every', '14:30'],
    [3, 'A', '14:30'],
    [4, 'B', '15:30'],
  ] as const)
    await insert('placement_session', {
      id: newId(),
      placement_id: placement,
      weekday,
      in_weeks,
      starts_at: '09:30',
      ends_at,
      supervised_by: `Tess in ${in_weeks}`,
      from_on: inWeeks(-4),
    })
  return { id, placement }
}

const weekFrom = async (placement: string, from: string) =>
  (
    await site.admin.query(
      `select weekday, in_weeks, supervised_by from placement_session
        where placement_id = $1 and from_on = $2 order by weekday, in_weeks`,
      [placement, from],
    )
  ).rows.map(row => [row.weekday, row.in_weeks, row.supervised_by])

const askOtherDays = async (page: Browser, placement: string, from: string) => {
  await page.visit(`/placements/${placement}/changes/new`)
  return page.choose('Other days or times').fillDate('fromOn', from).fill('Why?', 'A new timetable')
}

test('The programme, its print, the placement and the provider are told which week it is', async () => {
  const { id, placement } = await alternating('Amber')
  const page = await signedIn(coordinator)
  const now = `This week, from ${dayInWords(monday)}, is week A.`
  await page.visit(`/children/${id}/programme`)
  expect(page.text).toContain(now)
  expect(page.text).toContain('The first week of each term is week A')
  expect(page.text).toContain('Week A: 10 hours. Week B: 11 hours')
  expect(page.text).toContain('15 hours are missing to a full-time week in week A')
  expect(page.text).toContain('14 hours are missing to a full-time week in week B')
  await page.visit(`/children/${id}/programme?on=${inWeeks(1)}`)
  expect(page.text).toContain(`This week, from ${dayInWords(inWeeks(1))}, is week B.`)

  await page.visit(`/children/${id}/programme/print`)
  expect(page.text).toContain(now)
  expect(page.text).toContain(
    `Week A begins on ${dayInWords(monday)}, ${dayInWords(inWeeks(2))}, ${dayInWords(inWeeks(4))}`,
  )
  expect(page.text).toContain(`Week B begins on ${dayInWords(inWeeks(1))}`)

  await page.visit(`/placements/${placement}`)
  expect(page.text).toContain('Its week: week A 10 hours, week B 11 hours in all')
  expect(page.text).toContain(now)
  const provider = await signedIn(manager)
  await provider.visit(`/placed/${placement}`)
  expect(provider.text).toContain(now)
})

test('A week that is the same every week is shown without letters', async () => {
  const { id } = await caseOf()
  await place({ child: id, provider: forge, by: coordinator })
  const page = await signedIn(coordinator)
  await page.visit(`/children/${id}/programme`)
  expect(page.text).not.toContain('week A')
})

test('The register and the school’s sheet hold the sessions of the week that it is', async () => {
  await alternating('Basil')
  const page = await signedIn(manager)
  const registered = async (day: string) => {
    await page.visit(`/register?on=${day}`)
    return page.text.includes('Basil')
  }
  expect(await registered(wednesday)).toBe(true)
  expect(await registered(addDays(wednesday, -7))).toBe(false)
  expect(await registered(addDays(wednesday, -6))).toBe(true)
  expect(await registered(addDays(wednesday, -13))).toBe(false)
  expect(await registered(inWeeks(-1))).toBe(true)

  const school = await signedIn(dsl)
  await school.visit(`/attendance/week?on=${wednesday}`)
  expect(school.text).toContain('which is week A')
  expect(school.text).toContain('09:30 to 14:30, in week A only')
  expect(school.text).not.toContain('in week B only')
  await school.visit(`/attendance/week?on=${inWeeks(-1)}`)
  expect(school.text).toContain('which is week B')
  expect(school.text).toContain('09:30 to 15:30, in week B only')
})

test('Whoever changes one of the two weeks keeps the other, and who decides reads both', async () => {
  const { placement } = await alternating('Clover')
  const provider = await signedIn(manager)
  await askOtherDays(provider, placement, inWeeks(1))
  await provider
    .tick('Friday in week B')
    .fill('Friday in week B from', '9:30')
    .fill('Friday in week B until', '14:30')
    .press('Ask for the change')
  expect(provider.text).toContain('is asked for the change')

  const page = await signedIn(coordinator)
  await page.visit(`/placements/${placement}/changes`)
  await page.follow('Other days or times')
  expect(page.text).toContain('Wednesday in week A 09:30 to 14:30')
  expect(page.text).toContain('Friday in week B 09:30 to 14:30')
  expect(page.text).toContain(`Week B, from ${dayInWords(inWeeks(1))}`)
  await page.choose('Agree, and carry it out').press('Save the decision')
  expect(page.text).toContain('The change is agreed')
  expect(await weekFrom(placement, inWeeks(1))).toEqual([
    [1, 'A', 'Tess in every'],
    [3, 'A', 'Tess in A'],
    [5, 'B', 'Tess in B'],
  ])
})

test('What is the same in both weeks stays a session of every week', async () => {
  const { placement } = await alternating('Dill')
  const page = await signedIn(coordinator)
  await askOtherDays(page, placement, inWeeks(2))
  await page.fill('Thursday in week B until', '15:00').press('Ask for the change')
  await page.follow('Other days or times')
  await page.choose('Agree, and carry it out').press('Save the decision')
  expect(await weekFrom(placement, inWeeks(2))).toEqual([
    [1, 'every', 'Tess in every'],
    [3, 'A', 'Tess in A'],
    [4, 'B', 'Tess in B'],
  ])
})

test('One week becomes two, the fuller counts for the limit, and a wrong time keeps what was typed', async () => {
  const { id } = await caseOf()
  const placement = await place({ child: id, provider: forge, by: coordinator, days: [1] })
  const page = await signedIn(coordinator)
  await askOtherDays(page, placement, inWeeks(1))
  page.choose('Two weeks alternate')
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday'])
    page
      .tick(`${day} in week B`)
      .fill(`${day} in week B from`, '9:30')
      .fill(`${day} in week B until`, day === 'Thursday' ? '8:15' : '14:30')
  await page.press('Ask for the change')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Thursday in week B must end after it starts')
  expect(page.body).toContain('value="8:15"')

  await page.fill('Thursday in week B until', '14:30').press('Ask for the change')
  await page.follow('Other days or times')
  expect(page.text).toContain('What it would set off')
  expect(page.links.map(({ href }) => href)).toContain('/rules/ILL-01')
  await page.choose('Agree, and carry it out').press('Save the decision')
  expect(page.status).toBe(422)
})

test('A week in which the schools are closed has no letter, and the letters go on after it', async () => {
  const { id } = await alternating('Elder')
  for (const day of [0, 1, 2, 3, 4])
    await insert('closure', { id: newId(), on: addDays(inWeeks(1), day), reason: 'Half-term' })
  const page = await signedIn(coordinator)
  await page.visit(`/children/${id}/programme?on=${inWeeks(1)}`)
  expect(page.text).toContain(
    `There is no school in this week. The next, from ${dayInWords(inWeeks(2))}, is week B.`,
  )
})
