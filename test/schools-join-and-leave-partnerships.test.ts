import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { organisation, member, signedIn, as, partnership, insert, authority } = world(site)
await authority()
const county = await organisation('authority', 'Fennshire County Council')
const steward = await member('data-steward', county, { name: 'Sam Steward' })
const hbep = await partnership('Harbury Partnership', ['Amberwick Academy', 'Bosmere High'])
const nwllip = await partnership('North Wold Partnership', ['Copperkettle Academy'])
const [amberwick = '', bosmere = ''] = hbep.schools
const newcomer = await organisation('school', 'Newcomer School')

const memberships = async (schoolId: string) =>
  (
    await site.admin.query(
      'select joined_on, left_on, how_left, decided_by, reason, partnership_id from partnership_member where school_id = $1 order by joined_on',
      [schoolId],
    )
  ).rows

test('A steward adds a school that is in no partnership; it is a member from that day on', async () => {
  const browser = await signedIn(steward)
  await browser.visit(`/organisations/${newcomer}`)
  expect(browser.text).toContain('Not a member of any partnership today')

  await browser.follow('Add to a partnership')
  expect(browser.text).toContain('What follows from this')
  await browser
    .choose('Harbury Partnership')
    .fillDate('on', '2026-11-18')
    .press('Add to the partnership')

  expect(browser.wholeText).toContain(
    'Newcomer School is a member of Harbury Partnership from 18 November 2026',
  )
  expect(browser.text).toContain(
    'Not a member of any partnership today. Joins Harbury Partnership on 18 November 2026',
  )
  await browser.visit(`/organisations/${hbep.id}?on-day=17&on-month=11&on-year=2026`)
  expect(browser.text).toContain('2 member schools on 17 November 2026')
  await browser.visit(`/organisations/${hbep.id}?on-day=18&on-month=11&on-year=2026`)
  expect(browser.text).toContain('3 member schools on 18 November 2026')
})

test('Several schools are added to a new partnership at once', async () => {
  const browser = await signedIn(steward)
  const [one, two] = [
    await organisation('school', 'First of two'),
    await organisation('school', 'Second of two'),
  ]
  await browser.visit('/organisations?kind=partnership')
  await browser.follow('Add a partnership')
  await browser.fill('Name', 'South Fenn Partnership').fill('Short name', 'SFIP').press('Save')
  expect(browser.wholeText).toContain('South Fenn Partnership has been added')

  await browser.follow('Add schools')
  await browser
    .fillDate('on', '2026-09-01')
    .tick('First of two')
    .tick('Second of two')
    .press('Add to the partnership')

  expect(browser.wholeText).toContain(
    '2 schools are in South Fenn Partnership from 1 September 2026',
  )
  expect(browser.text).toContain('2 member schools on 17 November 2026')
  expect(await memberships(one)).toHaveLength(1)
  expect(await memberships(two)).toHaveLength(1)
})

test('Before a membership is revoked, what follows from it is told; then its last day counts', async () => {
  const child = await insert('child', {
    id: newId(),
    forename: 'Invented',
    surname: 'Child',
    search_name: 'invented child',
    birth_date: '2013-05-01',
    created_by_organisation_id: amberwick,
  })
  await insert('referral', {
    id: newId(),
    kind: 'school',
    status: 'accepted',
    child_id: child,
    referring_organisation_id: amberwick,
    responsible_partnership_id: hbep.id,
    submitted_at: '2026-10-01T10:00:00Z',
  })
  const meeting = newId()
  await insert('meeting', {
    id: meeting,
    partnership_id: hbep.id,
    status: 'invited',
    starts_at: '2030-12-01T13:00:00Z',
    ends_at: '2030-12-01T15:00:00Z',
    place: 'Somewhere',
    made_by: steward.userId,
  })
  await insert('invitation', { id: newId(), meeting_id: meeting, school_id: amberwick })
  const browser = await signedIn(steward)

  await browser.visit(`/organisations/${amberwick}`)
  await browser.follow('End')
  expect(browser.text).toContain('1 open case of Amberwick Academy stays with Harbury Partnership')
  expect(browser.text).not.toContain('Invented')
  expect(browser.text).toContain('invited to 1 meeting to come (1 Dec 2030)')

  await browser
    .choose('The membership is revoked')
    .fillDate('on', '2026-11-30')
    .fill('Who decided it?', 'The member schools on 10 November 2026')
    .fill('Reason', 'It took part in no panel for two years.')
    .press('End the membership')
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('Confirm that you have read what follows')
  await browser.tick('I have read what follows from this').press('End the membership')

  expect(browser.wholeText).toContain('membership revoked. The last day is 30 November 2026')
  expect(await memberships(amberwick)).toMatchObject([
    {
      left_on: '2026-11-30',
      how_left: 'revoked',
      decided_by: 'The member schools on 10 November 2026',
      reason: 'It took part in no panel for two years.',
    },
  ])
  await browser.visit(`/organisations/${hbep.id}?on-day=30&on-month=11&on-year=2026`)
  expect(browser.text).toContain('Amberwick Academy')
  await browser.visit(`/organisations/${hbep.id}?on-day=1&on-month=12&on-year=2026`)
  expect(
    /member schools on 1 December 2026(.*?)Members on another day/.exec(browser.text)?.[1],
  ).not.toContain('Amberwick')
})

test('A membership cannot end before it began, nor without a reason and who decided it', async () => {
  const browser = await signedIn(steward)
  await browser.visit(`/organisations/${bosmere}`)
  await browser.follow('End')

  await browser
    .choose('The school withdraws')
    .fillDate('on', '2019-08-31')
    .tick('I have read what follows from this')
    .press('End the membership')

  expect(browser.status).toBe(422)
  expect(browser.text).toContain('The last day must be the same as or after 1 September 2020')
  expect(browser.text).toContain('Enter who decided it')
  expect(browser.text).toContain('Enter the reason')
  expect(await memberships(bosmere)).toMatchObject([{ left_on: null }])
})

test('What was entered wrongly is corrected with a reason, and what stood there is kept', async () => {
  const browser = await signedIn(steward)
  await browser.visit(`/organisations/${bosmere}`)
  await browser.follow('Correct')
  await browser
    .fillDate('joinedOn', '2021-01-01')
    .fill('Why does this have to be corrected?', 'It joined a term later.')
    .press('Save the correction')

  expect(await memberships(bosmere)).toMatchObject([{ joined_on: '2021-01-01', left_on: null }])
  expect(browser.text).toContain(
    'Before: from 1 September 2020. Now: from 1 January 2021. It joined a term later.',
  )
  expect(browser.text).toContain('by Sam Steward')
})

test('A correction that somebody else’s came before loses nothing and changes nothing', async () => {
  const first = await signedIn(steward)
  const second = await signedIn(steward)
  for (const browser of [first, second]) {
    await browser.visit(`/organisations/${bosmere}`)
    await browser.follow('Correct')
    await browser
      .fillDate('joinedOn', browser === first ? '2021-02-01' : '2021-03-01')
      .fill('Why does this have to be corrected?', 'A letter was found.')
  }

  await first.press('Save the correction')
  await second.press('Save the correction')

  expect(second.status).toBe(409)
  expect(await memberships(bosmere)).toMatchObject([{ joined_on: '2021-02-01' }])
})

test('A membership that never was is taken out, and stays among the changes', async () => {
  const school = await organisation('school', 'Mistaken School')
  await insert('partnership_member', {
    id: newId(),
    partnership_id: nwllip.id,
    school_id: school,
    joined_on: '2026-01-01',
  })
  const browser = await signedIn(steward)

  await browser.visit(`/organisations/${school}`)
  await browser.follow('Correct')
  await browser.follow('The school was never a member')
  await browser.fill('Why was it entered wrongly?', 'Its namesake was meant.').press('Take it out')

  expect(await memberships(school)).toEqual([])
  expect(browser.text).toContain('taken out, as it never was')
  expect(browser.text).toContain('Its namesake was meant.')
})

test('A school that is in one partnership cannot join another; after its last day it can', async () => {
  const [copperkettle = ''] = nwllip.schools
  const browser = await signedIn(steward)

  await browser.visit(`/organisations/${copperkettle}/join`)
  await browser
    .choose('Harbury Partnership')
    .fillDate('on', '2026-12-01')
    .press('Add to the partnership')
  expect(browser.status).toBe(409)
  expect(browser.text).toContain(
    'Copperkettle Academy is a member of North Wold Partnership from 1 September 2020. A school is in one partnership at a time',
  )

  await browser.visit(`/organisations/${copperkettle}`)
  await browser.follow('End')
  await browser
    .choose('The school moves to another partnership')
    .fillDate('on', '2026-11-30')
    .fill('Who decided it?', 'Both partnerships')
    .fill('Reason', 'It lies nearer.')
    .tick('I have read what follows from this')
    .press('End the membership')
  await browser.visit(`/organisations/${copperkettle}/join`)
  await browser
    .choose('Harbury Partnership')
    .fillDate('on', '2026-11-30')
    .press('Add to the partnership')
  expect(browser.status).toBe(409)
  await browser.visit(`/organisations/${copperkettle}/join`)
  await browser
    .choose('Harbury Partnership')
    .fillDate('on', '2026-12-01')
    .press('Add to the partnership')

  expect(await memberships(copperkettle)).toMatchObject([
    { left_on: '2026-11-30', how_left: 'moved' },
    { joined_on: '2026-12-01', partnership_id: hbep.id },
  ])
})

test('Two people who add the same school to two partnerships at once: it joins one', async () => {
  const school = await organisation('school', 'Wanted School')
  const [first, second] = [await signedIn(steward), await signedIn(steward)]
  await first.visit(`/organisations/${school}/join`)
  await second.visit(`/organisations/${school}/join`)

  await Promise.all([
    first
      .choose('Harbury Partnership')
      .fillDate('on', '2026-12-01')
      .press('Add to the partnership'),
    second
      .choose('North Wold Partnership')
      .fillDate('on', '2027-01-01')
      .press('Add to the partnership'),
  ])

  expect([first.status, second.status].sort()).toEqual([200, 409])
  expect(await memberships(school)).toHaveLength(1)
})

test('Co-ordinators, schools and other administrators read memberships and change none', async () => {
  const { rows } = await site.admin.query(
    'select id from partnership_member where school_id = $1',
    [bosmere],
  )
  const id = rows[0].id
  for (const person of [
    await member('coordinator', hbep.id, { administrator: true }),
    await member('school-dsl', bosmere, { administrator: true }),
    await member('admissions', county),
  ]) {
    const browser = await signedIn(person)
    await browser.visit(`/organisations/${bosmere}`)
    expect(browser.status).toBe(200)
    expect(browser.text).toContain('Member of Harbury Partnership')
    expect(browser.links.map(({ text }) => text)).not.toContain(
      'Correct the membership of Bosmere High',
    )
    for (const path of [
      `/organisations/${bosmere}/join`,
      `/organisations/${hbep.id}/add-members`,
      `/organisations/members/${id}/leave`,
      `/organisations/members/${id}/correct`,
      `/organisations/members/${id}/remove`,
    ]) {
      await browser.visit(path)
      expect(browser.status).toBe(403)
    }
    const told = await as(person, async tx => {
      const { sql } = await import('kysely')
      return (await sql`select * from work_of_school(${amberwick})`.execute(tx)).rows
    })
    expect(told).toEqual([])
  }
})
