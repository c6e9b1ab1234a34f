import { expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import { authorityCalendar, calendarOf } from '#features/organisations/index.ts'
import type { Browser } from '#testing/browser.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { organisation, member, signedIn, as, partnership, authority } = world(site)
await authority()
const county = await organisation('authority', 'Fennshire County Council')
const steward = await member('data-steward', county)
const hbep = await partnership('Harbury Partnership', ['Amberwick Academy', 'Bosmere High'])
const [amberwick = '', bosmere = ''] = hbep.schools
const amberwickAdministrator = await member('school-dsl', amberwick, { administrator: true })

const dates = `What,Name,First day,Last day
Term,Autumn 1,01/09/2026,23/10/2026
Term,Autumn 2,2 November 2026,18/12/2026
Term,Spring 1,04/01/2027,12/02/2027
Term,Spring 2,22/02/2027,25/03/2027
Term,Summer 1,12/04/2027,28/05/2027
Term,Summer 2,07/06/2027,21/07/2027
`

async function uploadDates(browser: Browser, text: string, name = 'terms.csv') {
  await browser.visit('/administration/calendar/import')
  return browser
    .attach('File with dates', new File([text], name, { type: 'text/csv' }))
    .press('Upload and check')
}

test('The authority adds the bank holidays of five years by one button, and one of its own', async () => {
  const browser = await signedIn(steward)
  await browser.visit('/administration/calendar')
  await browser.follow('bank holidays')
  await browser.press('Add the bank holidays of 2024 to 2028')
  expect(browser.wholeText).toContain('40 bank holidays were added')
  expect(browser.text).toContain('Friday 2 April 2027'.replace('2 April', '26 March'))

  await browser.fillDate('on', '2027-06-02').fill('Name', 'Jubilee').press('Save this day')
  expect(browser.wholeText).toContain('2 June 2027 is now a bank holiday')
  await browser.press('Add the bank holidays of 2024 to 2028')
  expect(browser.wholeText).toContain('were there already')
  expect(browser.text).toContain('Jubilee')
})

test('The authority’s terms come in from a file: shown first, then imported, and counted', async () => {
  const browser = await signedIn(steward)
  await uploadDates(browser, dates)
  expect(browser.heading).toBe('Check the dates before they are imported')
  expect(browser.text).toContain('Autumn 2 2 November 2026 18 December 2026')
  const nothingYet = await site.admin.query('select count(*)::int as n from term')
  expect(nothingYet.rows[0].n).toBe(0)

  await browser.press('Import these dates')
  expect(browser.wholeText).toContain('6 terms and 0 closed days were imported')
  expect(browser.text).toContain('195 school days')
  expect(browser.text).toContain('1 September to 23 October 2026 Autumn 1 39')

  await uploadDates(browser, dates)
  expect(browser.text).toContain('They take the place of “Autumn 1”, “Autumn 2”')
  await browser.press('Import these dates')
  expect(browser.text).toContain('195 school days')
})

test('Dates that make no sense are named by row, and nothing of the file is imported', async () => {
  const browser = await signedIn(steward)

  await uploadDates(
    browser,
    `${dates}Term,Another,01/10/2026,31/10/2026\nINSET,Training,31/02/2027,\nParty,Fête,01/06/2027,\n`,
  )

  expect(browser.text).toContain('Nothing has been imported')
  expect(browser.text).toContain('8 “Another” overlaps with “Autumn 1”')
  expect(browser.text).toContain('9 “31/02/2027” is not a date')
  expect(browser.text).toContain('10 “Party” is neither a term, an INSET day nor a closure')
  expect(browser.buttons).not.toContain('Import these dates')

  await uploadDates(browser, 'Name,Town\nA,B\n')
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('No column is headed “First day”')
})

test('A school’s administrator adds its INSET days; only that school’s count is less by them', async () => {
  const browser = await signedIn(amberwickAdministrator)
  await browser.visit('/administration/calendar')
  expect(browser.text).toContain('You keep the authority’s terms')
  expect(browser.links.map(({ text }) => text)).not.toContain('Add a term')

  await browser.follow('Add an INSET day')
  await browser
    .fillDate('on', '2026-09-01')
    .fill('What is it for?', 'Safeguarding training')
    .press('Save')
  expect(browser.wholeText).toContain('1 September 2026 has been added')
  expect(browser.text).toContain('194 school days')

  const [own, others, all] = await as(amberwickAdministrator, tx =>
    Promise.all([calendarOf(tx, amberwick), calendarOf(tx, bosmere), authorityCalendar(tx)]),
  )
  const first = isoDate('2026-09-01')
  expect([own, others, all].map(calendar => calendar?.isSchoolDay(first))).toEqual([
    false,
    true,
    true,
  ])

  await browser.follow('Add an INSET day')
  await browser.fillDate('on', '2026-09-01').fill('What is it for?', 'Again').press('Save')
  expect(browser.status).toBe(409)
  await browser.visit('/administration/calendar/closed-days/add')
  await browser.fillDate('on', '2026-09-05').fill('What is it for?', 'A Saturday').press('Save')
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('Schools are closed at weekends anyway')
})

test('A school whose terms differ takes a copy and changes it; it can go back', async () => {
  const browser = await signedIn(amberwickAdministrator)
  await browser.visit('/administration/calendar')
  await browser.press('Use our own term dates')
  expect(browser.wholeText).toContain('6 terms were copied')

  await browser.follow('Change Autumn 1')
  await browser.fillDate('startsOn', '2026-08-24').press('Save')
  expect(browser.wholeText).toContain('Autumn 1 has been changed')
  expect(browser.text).toContain('24 August to 23 October 2026 Autumn 1')

  await browser.follow('Change Autumn 1')
  await browser.fillDate('endsOn', '2026-11-10').press('Save')
  expect(browser.status).toBe(409)
  expect(browser.text).toContain('These dates overlap with “Autumn 2”')

  await browser.visit(`/organisations/${amberwick}/calendar`)
  expect(browser.text).toContain('The school has entered terms of its own')
  await browser.visit(`/organisations/${bosmere}/calendar`)
  expect(browser.text).toContain('The school keeps the authority’s terms')
  expect(browser.text).toContain('195 school days')

  await browser.visit('/administration/calendar')
  await browser.press('Go back to the authority’s terms')
  expect(browser.text).toContain('194 school days')
})

test('A day is removed by the button beside it', async () => {
  const browser = await signedIn(amberwickAdministrator)
  await browser.visit('/administration/calendar')

  await browser.press('Remove Safeguarding training')

  expect(browser.wholeText).toContain('1 September 2026 is a school day again')
  expect(browser.text).toContain('195 school days')
})

test('Who administers neither the authority nor a school keeps no calendar', async () => {
  for (const person of [
    await member('coordinator', hbep.id, { administrator: true }),
    await member('school-dsl', bosmere),
  ]) {
    const browser = await signedIn(person)
    for (const path of [
      '/administration/calendar',
      '/administration/calendar/terms/add',
      '/administration/calendar/import',
      '/administration/calendar/bank-holidays',
    ]) {
      await browser.visit(path)
      expect(browser.status).toBe(403)
    }
    await browser.visit(`/organisations/${bosmere}/calendar`)
    expect(browser.status).toBe(200)
  }
})

test('A school’s administrator can neither open nor remove what is another’s', async () => {
  const { rows } = await site.admin.query('select id from term where school_id is null limit 1')
  const other = await signedIn(await member('school-dsl', bosmere, { administrator: true }))
  await other.visit('/administration/calendar/closed-days/add')
  await other.fillDate('on', '2026-09-02').fill('What is it for?', 'Training').press('Save')
  const mine = await site.admin.query('select id from closure where school_id = $1', [bosmere])
  const browser = await signedIn(amberwickAdministrator)

  await browser.visit(`/administration/calendar/terms/${rows[0].id}`)
  expect(browser.status).toBe(404)
  await browser.visit('/administration/calendar/closed-days/add')
  const form = browser.formData('Save')
  const posted = new URLSearchParams({
    _csrf: form.get('_csrf') ?? '',
    _key: form.get('_key') ?? '',
  })
  await browser.visit(`/administration/calendar/closed-days/${mine.rows[0].id}/remove`, {
    method: 'POST',
    body: posted,
    headers: { 'sec-fetch-site': 'same-origin' },
  })

  expect(browser.status).toBe(404)
  const still = await site.admin.query('select id from closure where school_id = $1', [bosmere])
  expect(still.rows).toHaveLength(1)
})
