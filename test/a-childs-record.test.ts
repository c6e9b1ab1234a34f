import { expect, test } from 'vitest'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const {
  member,
  signedIn,
  child,
  larkfield,
  wilfrids,
  hbep,
  admissionsTeam,
  virtualSchoolTeam,
  organisation,
  insert,
} = await county(site)
const senaTeam = await organisation('team', 'SENA', 'sena')

test('The statuses of a child are rows with dates, and what held before stays', async () => {
  const alex = await child({ specialNeeds: 'sen-support', care: null })
  const school = await signedIn(await member('school-referrer', larkfield))

  await school.visit(`/children/${alex}`)
  await school.follow('Special educational needs')
  await school.follow('The status has changed')
  school
    .choose('EHCP')
    .choose('Which authority maintains the plan?', 'Leicestershire')
    .choose('Primary need', 'Social, emotional and mental health')
    .fill('Where is this known from?', 'SENA’s letter')
    .fillDate('fromOn', '2026-10-01')
  await school.press('Save')
  expect(school.text).toContain('Maintained by Leicestershire')
  expect(school.text).toContain('2 September 2024 to 30 September 2026')
  expect(school.text).toContain('EHCP Born') // the tag in the identity bar

  await school.follow('Care')
  expect(school.text).toContain('Not recorded')
  await school.follow('Record the status')
  school
    .choose('Looked after')
    .choose('By which authority?', 'Fennshire (demonstration)')
    .fill('Social worker, and how to reach them', 'Sam Worker, 01632 960 111')
    .fill('Contact at the Virtual School, and how to reach them', 'Vic Head')
    .fill('Where is this known from?', 'Social worker’s email')
    .fillDate('fromOn', '2025-03-01')
  await school.press('Save')
  expect(school.text).toContain('Looked after by Fennshire')
  expect(school.text).toContain('Sam Worker')
})

test('A status that would overtake a later one is refused, and one that is wrong is corrected with a reason', async () => {
  const alex = await child({ specialNeeds: 'sen-support' })
  const school = await signedIn(await member('school-dsl', larkfield))
  await school.visit(`/children/${alex}/special-needs/new`)
  school.choose('EHCP').fill('Where is this known from?', 'x').fillDate('fromOn', '2023-01-01')
  await school.press('Save')
  expect(school.status).toBe(409)
  expect(school.text).toContain('A status from 2 September 2024 is on record already')

  await school.visit(`/children/${alex}/special-needs`)
  await school.follow('Correct')
  school
    .fillDate('fromOn', '2024-01-08')
    .fill('Why are you correcting this?', 'The register says January')
  await school.press('Save')

  expect(school.text).toContain('Since 8 January 2024')
  expect(school.text).toContain('Corrected once')
  expect(school.text).toContain('The register says January. It said: From: 2 September 2024')
})

test('A correction by somebody who saw an older version loses nothing', async () => {
  const alex = await child()
  const [one, two] = [
    await signedIn(await member('school-dsl', larkfield)),
    await signedIn(await member('school-dsl', larkfield)),
  ]
  await one.visit(`/children/${alex}/contacts`)
  await one.follow('Change')
  await two.visit(one.url)
  one.fill('Telephone', '01632 960 001').fill('What has changed, or was wrong?', 'New number')
  await one.press('Save')
  two.fill('Telephone', '01632 960 002').fill('What has changed, or was wrong?', 'Another number')
  await two.press('Save')

  expect(two.status).toBe(409)
  expect(two.text).toContain('Somebody else has changed this since you opened it')
  expect(two.text).toContain('Saved now: Telephone 01632 960 001')
  expect(two.body).toContain('01632 960 002')
  const { rows } = await site.admin.query(
    'select telephone from onroll.contact where child_id = $1',
    [alex],
  )
  expect(rows).toEqual([{ telephone: '01632 960 001' }])
})

test('The home authority comes from the postcode, and a person may correct it with a reason', async () => {
  await insert('postcode_authority', {
    postcode: 'ZZ1 1AA',
    authority: 'fennshire',
    partnership_id: hbep,
  })
  await insert('postcode_authority', {
    postcode: 'ZZ2',
    authority: 'wold-city',
    partnership_id: null,
  })
  const alex = await child({ home: null })
  const school = await signedIn(await member('school-dsl', larkfield))
  await school.visit(`/children/${alex}/home`)
  expect(school.text).toContain('No address is on record')
  await school.follow('Add an address')
  school
    .fill('House name or number, and street', '1 Invented Row')
    .fill('Postcode', 'zz11aa')
    .fillDate('fromOn', '2025-01-01')
  await school.press('Save')
  expect(school.text).toContain('Fennshire (demonstration), worked out from the postcode')
  expect(school.text).toContain('Harbour Bay Education Partnership')

  await school.follow('The child has moved')
  school.fill('Postcode', 'ZZ2 9ZZ').fillDate('fromOn', '2026-02-01')
  await school.press('Save')
  expect(school.text).toContain('Wold City (demonstration), worked out from the postcode')
  expect(school.text).toContain('1 January 2025 to 31 January 2026')

  await school.follow('Correct')
  school
    .choose('Home authority', 'Marchland (demonstration)')
    .fill('Why are you correcting this?', 'The house lies across the river')
  await school.press('Save')
  expect(school.text).toContain('Marchland (demonstration), corrected by a person')
  expect(school.text).toContain('The house lies across the river')
})

test('Contacts say who has parental responsibility, and who must be told nothing', async () => {
  const alex = await child()
  const school = await signedIn(await member('school-referrer', larkfield))
  await school.visit(`/children/${alex}/contacts`)
  await school.follow('Add a contact')
  school
    .fill('Name', 'Jo D’Arcy')
    .fill('Relationship to the child', 'Father')
    .choose('No: there is an order, or another reason')
  await school.press('Add this contact')
  expect(school.status).toBe(422)
  expect(school.text).toContain('Enter why this person must not be contacted')
  school.fill('Reason', 'Court order of 2025')
  await school.press('Add this contact')

  expect(school.text).toContain('Jo D’Arcy, Father')
  expect(school.text).toContain('Do not contact')
  await school.follow('End')
  school.fillDate('endedOn', '2026-11-16')
  await school.press('End this contact')
  expect(school.text).toContain('No longer contacts')
})

test('A roll entry ends by a removal and stays; the day after, the school no longer sees the record', async () => {
  const alex = await child()
  const school = await signedIn(await member('school-referrer', larkfield))
  await school.visit(`/children/${alex}/roll`)
  await school.follow('Take off the roll')
  await school.choose('Permanently excluded (o)').press('See what the rules say')
  await school.follow('Delete the name')
  await school.press('Delete the name')
  const { rows } = await site.admin.query(
    'select to_on, ended_because from onroll.enrolment where child_id = $1',
    [alex],
  )
  expect(rows).toEqual([{ to_on: '2026-11-17', ended_because: 'Permanently excluded (ground o)' }])
  expect((await school.visit(`/children/${alex}/contacts`)).status).toBe(404)
})

test('Admissions enters a child, and any school’s roll; a school only its own', async () => {
  const officer = await signedIn(await member('admissions', admissionsTeam))
  await officer.visit('/children')
  officer.fill('Name, UPN or reference', 'Noor Newcomer')
  await officer.press('Search')
  await officer.follow('Start a new record')
  officer
    .fillDate('birthDate', '2012-01-09')
    .choose('Yes')
    .choose('School', 'Saint Wilfrid’s High School')
    .fillDate('rollFrom', '2026-11-02')
  await officer.press('Add this child')
  expect(officer.text).toContain('Saint Wilfrid’s High School')
  const noor = officer.url.split('/')[2]

  const school = await signedIn(await member('school-dsl', wilfrids))
  await school.visit(`/children/${noor}/roll`)
  expect(school.status).toBe(200)
  await school.follow('Add to a roll')
  const form = school.formData('Add to the roll')
  form.set('school', larkfield)
  form.set('rollFrom-day', '2')
  form.set('rollFrom-month', '11')
  form.set('rollFrom-year', '2026')
  await school.visit(school.url, {
    method: 'POST',
    body: form,
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(school.status).toBe(422)
  expect(school.text).toContain('Choose a school')
})

test('Suspensions are counted against what the law allows, top-ups and agencies stand beside', async () => {
  const alex = await child()
  const school = await signedIn(await member('school-dsl', larkfield))
  await school.visit(`/children/${alex}/exclusions/add`)
  school
    .choose('Suspension')
    .fillDate('fromOn', '2026-10-05')
    .fillDate('toOn', '2026-10-07')
    .fill('Sessions missed, of a suspension', '6')
  school.tick('Bullying')
  await school.press('Save')
  expect(school.text).toContain('1 suspension in 2026-27, 6 sessions of the 90')

  await school.visit(`/children/${alex}/top-ups/add`)
  school.fill('Amount for the year', '£6,000.50').fill('Granted by', 'SENA')
  await school.press('Save')
  expect(school.text).toContain('£6,000.50')
  expect(school.text).toContain('Top-up for 2026-27')

  await school.visit(`/children/${alex}/agencies/add`)
  school.fill('Agency', 'CAMHS').choose('On a waiting list')
  await school.press('Add this agency')
  expect(school.text).toContain('CAMHS')
  expect(school.text).toContain('Dates not recorded')

  await school.visit(`/children/${alex}/admissions/add`)
  school
    .choose('School applied for', 'Larkfield Academy')
    .fillDate('appliedOn', '2026-09-01')
    .choose('Place offered')
  await school.press('Save')
  expect(school.text).toContain('Application to Larkfield Academy')
  await school.follow('Change')
  school.fillDate('completedOn', '2026-09-20').fill('What has changed, or was wrong?', 'Started')
  await school.press('Save')
  expect(school.text).toContain('Admission complete 20 September 2026')
})

test('Each role sees its part of the record, and no more', async () => {
  const alex = await child({
    specialNeeds: 'ehcp',
    care: 'looked-after',
    lookedAfterBy: 'fennshire',
  })
  const sena = await signedIn(await member('sena', senaTeam))
  await sena.visit(`/children/${alex}`)
  expect(sena.links.map(link => link.text)).toContain('Special educational needs')
  for (const hidden of ['Home', 'Contacts', 'Care', 'Agencies', 'Who has looked']) {
    expect(sena.links.map(link => link.text)).not.toContain(hidden)
  }
  expect(sena.text).not.toContain('Looked after')
  for (const path of ['home', 'contacts', 'care', 'agencies'])
    expect((await sena.visit(`/children/${alex}/${path}`)).status).toBe(404)
  expect((await sena.visit(`/children/${alex}/identity`)).status).toBe(403)

  const virtual = await signedIn(await member('virtual-school', virtualSchoolTeam))
  await virtual.visit(`/children/${alex}/care`)
  expect(virtual.text).toContain('Looked after')
  expect(virtual.buttons.concat(virtual.links.map(link => link.text))).toContain(
    'The status has changed',
  )
  const other = await child({ care: 'looked-after', lookedAfterBy: 'leicestershire' })
  expect((await virtual.visit(`/children/${other}`)).status).toBe(404)
})

test('A UPN or date of birth changes when a second person confirms it, and the old number is still found', async () => {
  const alex = await child({ forename: 'Upton' })
  await site.admin.query(`update onroll.child set upn = 'K855400126001' where id = $1`, [alex])
  const one = await member('school-dsl', larkfield)
  const first = await signedIn(one)
  await first.visit(`/children/${alex}`)
  await first.follow('Propose a change')
  first.choose('The UPN').fill('New UPN', 'U855423126017').fill('Why?', 'Seen on the transfer file')
  await first.press('Propose this change')
  expect(first.text).toContain('Change of UPN from K855400126001 to U855423126017')
  await first.follow('Look at your proposal')
  expect(first.text).toContain('Somebody else must confirm')
  const forged = first.formData('Take the proposal back')
  forged.set('answer', 'confirmed')
  await first.visit(first.url, {
    method: 'POST',
    body: forged,
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(first.status).toBe(422)

  const second = await signedIn(await member('school-referrer', larkfield))
  await second.visit('/children/changes')
  await second.follow('Upton Sample')
  second.choose('Yes, make the change')
  await second.press('Decide')
  expect(second.text).toContain('The change has been made')
  expect(second.text).toContain('U855423126017')
  expect(second.text).toContain('Former UPNs K855400126001')

  await second.visit('/children')
  second.fill('Name, UPN or reference', 'K855400126001')
  await second.press('Search')
  expect(second.text).toContain('Upton Sample')
})

test('Who has looked at a child is complete, and reading it is remembered too', async () => {
  const alex = await child({ forename: 'Looked' })
  const referrer = await member('school-referrer', larkfield, { name: 'Rae Reader' })
  const school = await signedIn(referrer)
  await school.visit(`/children/${alex}`)
  await school.visit(`/children/${alex}/contacts`)
  expect((await school.visit(`/children/${alex}/looked`)).status).toBe(403)

  const lead = await signedIn(await member('school-dsl', larkfield, { name: 'Dee Lead' }))
  await lead.visit(`/children/${alex}/looked`)
  expect(lead.text).toContain('Rae Reader')
  expect(lead.text).toContain('Opened the record: contacts')
  await lead.visit(`/children/${alex}/looked`)
  expect(lead.text).toContain('Dee Lead')
  expect(lead.text).toContain('Read who has looked')
  const { rows } = await site.admin.query(
    'select count(*)::int as n from onroll.audit_entry where child_id = $1',
    [alex],
  )
  expect(rows[0].n).toBe(4)

  const officer = await signedIn(
    await member(
      'data-protection-officer',
      await organisation('team', 'Data protection', 'data-protection'),
    ),
  )
  await officer.visit(`/children/${alex}/looked`)
  expect(officer.text).toContain('Rae Reader')
  expect(officer.body).not.toContain('Looked Sample')
})

test('A child is found by the new name, and the old one stays in the history', async () => {
  const alex = await child({ forename: 'Alexandria', surname: 'Before' })
  const school = await signedIn(await member('school-referrer', larkfield))
  await school.visit(`/children/${alex}/identity`)
  school
    .fill('Surname', 'Afterwards')
    .fill('Preferred forename', 'Lexi')
    .fill('UPN, if it is known', 'Z856421826003')
    .choose('Female')
    .fill('What has changed, or was wrong?', 'Adoption order')
  await school.press('Save')
  expect(school.text).toContain('Known as Lexi Afterwards')
  expect(school.text).toContain('Adoption order. It said:')
  expect(school.text).toContain('Surname: Before')
  await school.visit('/children')
  school.fill('Name, UPN or reference', 'lexi afterwards')
  await school.press('Search')
  expect(school.text).toContain('1 child found')
})
