import { readFileSync } from 'node:fs'
import type { Browser } from '#testing/browser.ts'
import { refer } from '#testing/refer.ts'
import { linkOn, type Stage } from './scene.ts'

/** A line of each kind in the record of a child, so that there is something to change. */
export async function aChildsRecord({ as, leave }: Stage) {
  const school = as('school-referrer')
  const child = await addRecord(school, 'Nora Nobody')
  await school.visit(`${child}/agencies/add`)
  school.fill('Agency', 'Early Help').choose('On a waiting list')
  await school.fillDate('fromOn', '2026-01-12').press('Add this agency')
  leave('school-referrer', child, linkOn(school, /\/agencies\/[0-9a-f-]{36}$/))
  await school.visit(`${child}/admissions/add`)
  await school.choose('School applied for', 'Quillby School').fillDate('appliedOn', '2026-09-21')
  await school.press('Save')
  leave('school-referrer', linkOn(school, /\/admissions\/[0-9a-f-]{36}$/))
  await school.visit(`${child}/top-ups/add`)
  school.fill('School year', '2026-27').fill('Amount for the year', '4500')
  school.fillDate('fromOn', '2026-09-01').fillDate('toOn', '2027-08-31')
  await school.fill('Granted by', 'SENA').press('Save')
  leave('school-referrer', linkOn(school, /\/top-ups\/[0-9a-f-]{36}\/correct$/))
}

/** The questions before a referral, each a page of its own, and a referral that is still to be sent. */
export async function aReferralIsBegun({ as, leave }: Stage) {
  const school = as('school-referrer')
  const referral = await begin(school, await addRecord(school, 'Gwen Gate'), page =>
    leave('school-referrer', page),
  )
  await school.visit(`${referral}/risk`)
  await school.follow('Add a risk')
  school.fill('What could happen?', 'Runs out').fill('Who could be harmed?', 'The child')
  school.chooseIn('How likely is it?', '3 – medium')
  school.chooseIn('How serious would it be?', '3 – medium')
  await school.fill('What do you do about it?', 'An adult stays near').press('Save')
  leave('school-referrer', linkOn(school, /\/risk\/[0-9a-f-]{36}$/))
  leave('school-referrer', linkOn(school, /\/risk\/[0-9a-f-]{36}\/remove$/))
  await school.visit(`${referral}/response`)
  await school.follow('Add a step')
  school.fill('What did you do?', 'A mentor').fill('What came of it?', 'Better mornings')
  await school.press('Save')
  leave('school-referrer', linkOn(school, /\/response\/[0-9a-f-]{36}$/))
  leave('school-referrer', linkOn(school, /\/response\/[0-9a-f-]{36}\/remove$/))
  await school.visit(`${referral}/attendance`)
  await school.follow('Add a school year')
  school.fill('School year', '2026-27').fill('Possible sessions so far', '100')
  await school.fill('Sessions attended', '61').press('Save')
  leave('school-referrer', linkOn(school, /\/attendance\/[0-9a-f-]{36}$/))
  leave('school-referrer', linkOn(school, /\/attendance\/[0-9a-f-]{36}\/remove$/))
  await school.visit(`${referral}/attachments`)
  await school.attach('Add a document', report()).press('Add the document')
  leave('school-referrer', linkOn(school, /^\/files\/[0-9a-f-]{36}$/))
  leave('school-referrer', linkOn(school, /^\/files\/[0-9a-f-]{36}\/remove$/))
}

/** An excluded child is referred, who may be the one that Admissions has entered; and the school is asked something. */
export async function aReferralIsSent({ as, leave }: Stage) {
  const school = as('school-referrer')
  const child = await addRecord(school, 'Faye Unplaced', '2013-05-02')
  for (const [about, answer] of [
    ['special-needs', 'SEN support'],
    ['care', 'Never looked after'],
  ] as const) {
    await school.visit(`${child}/${about}/new`)
    school.choose(answer).fill('Where is this known from?', 'Parents')
    await school.fillDate('fromOn', '2024-09-01').press('Save')
  }
  await school.visit(`${child}/contacts/add`)
  school.fill('Name', 'Ann Other').fill('Relationship to the child', 'Mother')
  school.chooseIn('Parental responsibility?', 'Yes').chooseIn('Lives with the child?', 'Yes')
  await school
    .chooseIn('May this person be contacted about the child?', 'Yes')
    .press('Add this contact')
  await school.visit(`${child}/exclusions/add`)
  school.choose('Permanent exclusion').fillDate('fromOn', '2026-11-02')
  await school.tick('Persistent or general disruptive behaviour').press('Save')
  leave('school-referrer', linkOn(school, /\/exclusions\/[0-9a-f-]{36}$/))
  const referral = await refer(school, child.split('/').at(-1) ?? '')
  leave('school-referrer', `/referrals/${referral}/sent`, `/cases/${referral}/education`)
  const coordinator = as('coordinator')
  await coordinator.visit(`/cases/${referral}/ask`)
  coordinator.fill('What do you need to know?', 'Which lessons go well?')
  await coordinator.press('Send the question')
  await school.visit(`/cases/${referral}/questions`)
  leave('school-referrer', linkOn(school, /\/questions\/[0-9a-f-]{36}$/))
}

/** A file whose rows are looked at, one with mistakes in it, and one that is imported. */
export async function imports({ as, leave }: Stage) {
  const school = as('school-referrer')
  await upload(school, readFileSync('seeds/samples/children.csv', 'utf8'))
  leave('school-referrer', school.url)
  await upload(school, 'UPN,Surname,Forename,DOB\nA801200005001,Wrong,Wanda,31/02/2012\n')
  await school.press('Check the rows')
  leave('school-referrer', school.url, linkOn(school, /\/problems$/))
  await upload(school, 'Surname,Forename,DOB\nImported,Imogen,01/02/2013\n')
  await school.press('Check the rows')
  leave('school-referrer', school.url)
  await upload(school, 'Surname,Forename,DOB\nImported,Ingmar,01/02/2013\n')
  await school.press('Check the rows')
  await school.press('Import: add 1')
  leave('school-referrer', school.url, linkOn(school, /\/undo$/))
}

/** As far as the question whether it is the same child, which stays with the search. */
export async function theSameChild({ as, leave }: Stage) {
  const school = as('school-referrer')
  await addRecord(school, 'Sam Same')
  const same = await addRecord(school, 'Sam Same')
  leave('school-referrer', same, same.replace('/same', ''), same.replace('/new/same', ''))
}

/** What one person may not change alone. */
export async function aChangeIsProposed({ as, leave }: Stage) {
  const school = as('school-referrer')
  await school.visit(`${await addRecord(school, 'Una Unsure')}/identity/propose`)
  school.choose('The date of birth').fillDate('birthDate', '2013-04-03')
  await school.fill('Why?', 'Birth certificate').press('Propose this change')
  leave('school-referrer', '/children/changes')
  leave('school-dsl', '/children/changes')
}

export async function anAddressIsProtected({ as, leave }: Stage) {
  const lead = as('school-dsl')
  await lead.visit('/children/all')
  const children = lead.links
    .map(({ href }) => href)
    .filter(href => /^\/children\/[0-9a-f-]{36}$/.test(href))
  // Of a child who has left, the school reads who it is, and keeps no address.
  const offered: string[] = []
  for (const child of children) {
    if (offered.length === 2) break
    const { links } = await lead.visit(`${child}/home`)
    if (links.some(({ text }) => text.startsWith('Protect this child'))) offered.push(child)
  }
  const [one = '', other = ''] = offered
  await lead.visit(`${one}/home`)
  await lead.follow('Protect this child’s address')
  lead.fill('House name or number, and street', '1 Nowhere Lane').fill('Postcode', 'ZZ9 9ZZ')
  await lead.fillDate('fromOn', '2026-09-01').press('Protect the address')
  leave('school-dsl', lead.url, `${other}/protected/new`)
}

/** Answers the questions before a referral. Returns the referral’s address, and tells of each page. */
async function begin(browser: Browser, child: string, each: (page: string) => void) {
  await browser.visit(`/referrals/new?child=${child.split('/').at(-1)}`)
  await browser.press('Start the referral')
  for (const answer of [
    'On our roll',
    'No special educational needs',
    'No',
    'The child was not admitted in the course of this school year',
  ]) {
    each(browser.url)
    await browser.choose(answer).press('Continue')
  }
  each(browser.url)
  return browser.url.replace(/\/gate.*/, '')
}

async function addRecord(browser: Browser, name: string, birthDate = '2013-04-02') {
  await browser.visit('/children')
  await browser.fill('Name, UPN or reference', name).press('Search')
  await browser.follow('Start a new record')
  browser.fillDate('birthDate', birthDate).choose('Yes').fillDate('rollFrom', '2024-09-02')
  await browser.press('Add this child')
  return browser.url
}

async function upload(browser: Browser, rows: string) {
  await browser.visit('/imports/children')
  const file = new File([rows], 'children.csv', { type: 'text/csv' })
  await browser.attach('CSV file or Excel workbook (.xlsx)', file).press('Upload')
}

const report = () => new File(['%PDF-1.7\nA report about nobody\n%%EOF'], 'report.pdf')
