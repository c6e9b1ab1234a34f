import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { isoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { enqueue } from '#platform/jobs.ts'
import { county } from '#testing/county.ts'
import { fillDirection } from '#testing/directing.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

const today = '2026-11-18'
const site = await testSite({ today })
const world = await county(site)
const { member, organisation, signedIn, hbep, larkfield, wilfrids, child } = world
const { caseOf, place } = placing(site, world, today)

const referrer = await member('school-referrer', larkfield)
const coordinator = await member('coordinator', hbep)
const senaTeam = await organisation('team', 'SENA', 'sena')
const sena = await member('sena', senaTeam)
const forge = await organisation('provider', 'The Forge')
const day = isoDate

const whole = {
  start: day('2026-11-23'),
  end: day('2026-12-18'),
  reviews: [{ date: day('2026-12-14') }],
  notice: {
    address: '1 Forge Yard, Sampleton',
    reportTo: 'Centre manager',
    numberOfDays: 20,
    reasons: 'Repeated disruption in practical lessons',
    objectives: 'Four weeks without removal from lessons',
    sessionTimes: {
      sessions: 2,
      start: '09:30',
      finish: '15:00',
      breakStart: '12:00',
      breakFinish: '12:45',
    },
  },
} as const

/** Days pass, and the rules are asked again. */
async function theNight() {
  await site.db.asWorker(tx => enqueue(tx, { name: 're-evaluate-rolls' }, {}))
  await site.runJobs()
}

/** A school has written a direction; with `given` its notice was given by hand on that day. */
async function directed(
  pupil: string,
  { given, more = {} }: { given?: string; more?: object } = {},
) {
  const browser = await signedIn(referrer)
  await browser.visit(`/children/${pupil}/directions/new`)
  await fillDirection(browser, { ...whole, ...more }).press('Save the draft')
  const path = browser.url
  if (given) {
    await browser.visit(`${path}/issue`)
    await browser.fillDate('noticeOn', given).fill('How?', 'By hand').press('Issue the notice')
  }
  return { browser, path }
}

test('The notice names each gap at its field, and is issued word for word with a hash', async () => {
  const pupil = await child({ forename: 'Dora', surname: 'Directed' })
  const school = await signedIn(referrer)
  await school.visit(`/children/${pupil}/programme`)
  await school.follow('Off-site directions')
  await school.follow('Direct off-site')
  await fillDirection(school, {
    start: whole.start,
    notice: { reasons: 'Repeated disruption' },
  }).press('Save the draft')
  expect(school.text).toContain('The notice does not give the address of the provision')
  expect(school.text).toContain('Set the first review before the direction starts')
  await school.visit('/')
  expect(school.text).toContain('Issue the notice of an off-site direction')
  await school.visit(`/children/${pupil}/directions`)
  await school.follow('Direction from')
  const path = school.url
  await school.follow('Issue the notice')
  expect(school.text).toContain('The notice cannot be issued yet')
  await school.follow('Fill in what is missing')
  for (const words of ['Enter the person to report to', 'Enter the number of days'])
    expect(school.text).toContain(words)
  school.fill('Number of days', 'many').fill('Person to report to', 'Centre manager')
  await school.press('Save and go on to the notice')
  expect(school.text).toContain('The number of days must be from 1 to 400')
  expect(school.body).toContain('value="Centre manager"')
  expect(school.body).toContain('value="many"')
  await fillDirection(school, whole).press('Save the draft')
  await school.follow('Write it')
  await school.fillDate('firstReviewOn', '').press('Save the draft')
  expect(school.text).toContain('the first review is set already')
  await fillDirection(school, whole).press('Save and go on to the notice')
  expect(school.heading).toContain('Issue the notice')
  expect(school.text).toContain('2 clear school days between the notice and the first day')
  expect(school.text).toContain('Thursday 19 November 2026: Clear school day 1')
  expect(school.text).toContain('Parent')
  await school.fillDate('noticeOn', today).fill('How?', 'By hand').press('Issue the notice')
  expect(school.text).toContain('Repeated disruption in practical lessons')
  expect(school.text).not.toContain('is too late')

  const { rows } = await site.admin.query(
    'select notice, notice_sha256, status from off_site_direction where id = $1',
    [path.split('/')[2]],
  )
  expect(rows[0].status).toBe('issued')
  expect(rows[0].notice_sha256).toBe(createHash('sha256').update(rows[0].notice.text).digest('hex'))
  await school.follow('Print the notice')
  for (const words of [
    'Where: 1 Forge Yard, Sampleton',
    'Whom to report to: Centre manager',
    'Number of days: 20',
    'section 29A of the Education Act 2002',
    'the break is from 12:00 to 12:45',
    rows[0].notice_sha256,
  ])
    expect(school.text).toContain(words)
  await school.visit(`${path}/edit`)
  expect(school.status).toBe(409)
})

test('A notice that is short is issued only by somebody who says so; the finding stays', async () => {
  const { browser, path } = await directed(await child())
  site.setToday('2026-11-20')
  await browser.visit(`${path}/issue`)
  expect(browser.text).toContain('Too late')
  await browser.fillDate('noticeOn', '2026-11-20').fill('How?', 'By post').press('Issue the notice')
  expect(browser.text).toContain('Put the start back, or say below')
  expect(browser.body).toContain('value="By post"')
  await browser.tick('I know that it is short, and issue it all the same').press('Issue the notice')
  expect(browser.text).toContain('The notice to the parent is too late')
  expect(browser.text).toContain('Not met')
  site.setToday(today)
})

test('For health a parent consents first; with an EHCP the authority gets the notice and may ask for a review', async () => {
  const pupil = await child({ specialNeeds: 'ehcp', maintainedBy: 'fennshire' })
  const { browser, path } = await directed(pupil, { more: { purpose: 'health' } })
  expect(browser.text).toContain(
    'The purpose is not to improve behaviour, so a parent must consent',
  )
  await browser.visit(`${path}/edit`)
  await browser.press('Save and go on to the notice')
  expect(browser.text).toContain('Enter the day on which a parent consented')
  await browser.choose('To improve behaviour').press('Save and go on to the notice')
  await browser.fill('How?', 'By hand').fillDate('authorityNoticeOn', '').press('Issue the notice')
  expect(browser.text).toContain('Enter the day of the notice to the authority')
  await browser.fillDate('authorityNoticeOn', today).press('Issue the notice')
  expect(browser.text).toContain('issued and kept word for word')

  const officer = await signedIn(sena)
  await officer.visit(path)
  expect(officer.status).toBe(200)
  await officer.follow('Ask for a review')
  await officer.press('Ask for a review')
  expect(officer.text).toContain('The school has been told that you ask')
  await site.runJobs()
  await browser.visit('/')
  expect(browser.text).toContain('Answer a request for a review')
  await browser.visit(path)
  expect(browser.text).toContain('A review was asked for on')
  await browser.follow('Answer it')
  expect(browser.text).toContain('No review had been held')
  await browser.press('Record the answer')
  expect(browser.text).toContain('Write the answer')
  await browser.fill('What is answered?', 'We meet on 14 December.').press('Record the answer')
  expect(browser.text).toContain('We meet on 14 December.')
  const { rows } = await site.admin.query(
    `select subject from message where kind = 'direction review asked'`,
  )
  expect(rows.length).toBeGreaterThan(0)
})

test('A review is invited to, held and decides; a request within ten weeks of it asks for nothing', async () => {
  const { browser, path } = await directed(await child(), { given: today })
  site.setToday('2026-12-14')
  await theNight()
  await browser.visit('/')
  expect(browser.text).toContain('Hold the review of an off-site direction')
  await browser.visit(path)
  expect(browser.text).toContain('The parents should have been invited')
  expect(browser.text).toContain('Not yet: by 8 Dec 2026')
  // The authority reads the rule with another number: list and page follow it.
  const steward = await member('data-steward', senaTeam)
  const number = newId()
  await world.insert('rule_parameter', {
    id: number,
    parameter: 'P-OSD-INVITE',
    value: '10',
    from_on: '2010-09-01',
    source: 'An agreement',
    why: 'More time',
    proposed_by: steward.userId,
    proposed_at: '2026-12-01T09:00:00Z',
    previewed_at: '2026-12-01T09:00:00Z',
    made_by: steward.userId,
    made_at: '2026-12-01T09:00:00Z',
  })
  await browser.visit(path)
  expect(browser.text).toContain('Not yet: by 4 Dec 2026')
  await browser.follow('Invite')
  expect(browser.text).toContain('14 December 2026 by 4 December 2026')
  await site.admin.query('delete from onroll.rule_parameter where id = $1', [number])
  await browser.fillDate('invitedOn', '2026-12-08').press('Save')
  expect(browser.text).not.toContain('The parents should have been invited')
  await browser.follow('Record what was decided')
  await browser
    .fill('Who was there?', 'Mother, head, governor')
    .choose('The direction goes on as it is')
    .press('Record the review')
  expect(browser.text).toContain('Enter the day of the next review')
  expect(browser.body).toContain('value="Mother, head, governor"')
  await browser
    .fillDate('continueUntil', '2027-02-12')
    .fillDate('nextOn', '2027-01-25')
    .press('Record the review')
  expect(browser.text).toContain('Review of 14 December 2026')
  expect(browser.text).toContain('12 February 2027')
  await browser.follow('Record a request for a review')
  await browser.choose('The authority (EHCP)').press('Record the request')
  expect(browser.text).toContain('only for a child with an EHCP')
  await browser.choose('A parent').press('Record the request')
  expect(browser.text).toContain('No duty')
  expect(browser.text).toContain('within the ten weeks')
  site.setToday(today)
})

test('To change what was issued ends it and opens a new draft; a draft is discarded with a reason', async () => {
  const { browser, path } = await directed(await child(), { given: today })
  await browser.follow('Change it')
  await browser.press('End it and write a new one')
  expect(browser.text).toContain('Say what changes, and why')
  await browser
    .fill('What changes, and why?', 'Another address')
    .press('End it and write a new one')
  expect(browser.heading).toContain('Write the direction')
  expect(browser.body).toContain('value="Centre manager"')
  const draft = browser.url.replace('/edit', '')
  await browser.visit(path)
  expect(browser.text).toContain('Ended')
  expect(browser.text).toContain('Another address')
  await browser.visit(draft)
  await browser.follow('Discard the draft')
  await browser.fill('Why is it discarded?', 'The child comes back').press('Discard the draft')
  expect(browser.text).toContain('Discarded')
})

test('Direction and placement know each other, and neither ends the other in silence', async () => {
  const pupil = await child()
  const placement = await place({ child: pupil, provider: forge, by: referrer })
  await site.admin.query(`update placement set route = 'off-site direction' where id = $1`, [
    placement,
  ])
  const school = await signedIn(referrer)
  await school.visit(`/placements/${placement}`)
  expect(school.text).toContain('none is linked with this placement')
  const { browser, path } = await directed(pupil, { given: '2026-11-18' })
  await browser.visit(`/placements/${placement}`)
  expect(browser.text).toContain('Direction from 23 Nov 2026, issued')
  await browser.visit(`/placements/${placement}/end`)
  await browser.fill('Why does it end?', 'The work is done').press('End the placement')
  expect(browser.heading).toContain('End the direction')
  expect(browser.text).toContain('still runs: end it here, or go back and leave it')
  await browser.visit(`/placements/${placement}`)
  expect(browser.text).toContain('The placement is over and the direction still runs')
  await browser.visit(`${path}/end`)
  await browser
    .choose('It is revoked: it should not go on, or should not have been made')
    .fill('Why does it end?', 'The placement is over')
    .press('End the direction')
  expect(browser.text).toContain('Revoked')
})

test('Who has no part in it finds no such page; who only reads it changes nothing', async () => {
  const { id: pupil } = await caseOf({ forename: 'Hugo', surname: 'Hidden' })
  const { path } = await directed(pupil, { given: today })
  const { path: draft } = await directed(pupil)
  const people = {
    'another school': await member('school-dsl', wilfrids),
    'a provider': await member('provider-manager', forge),
    'a panel member': await member('panel-member', larkfield),
    'another partnership': await member('coordinator', world.nwllip),
  }
  for (const [who, person] of Object.entries(people)) {
    const browser = await signedIn(person)
    for (const page of [path, `${path}/notice`, `${path}/end`, `/children/${pupil}/directions`]) {
      await browser.visit(page)
      expect([403, 404], `${who} at ${page}`).toContain(browser.status)
      expect(browser.body).not.toContain('Forge Yard')
    }
  }
  const reader = await signedIn(coordinator)
  await reader.visit(path)
  expect(reader.text).toContain('1 Forge Yard')
  expect(reader.text).not.toContain('End it')
  for (const page of ['end', 'change', 'later', 'requests/new']) {
    await reader.visit(`${path}/${page}`)
    expect(reader.status).toBe(403)
  }
  await reader.visit(draft)
  expect(reader.status).toBe(404)
})
