import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-03' })
const { organisation, member, signedIn, partnership, insert, authority, as } = world(site)

await authority()
await insert('term', {
  id: newId(),
  name: 'Autumn',
  starts_on: '2026-09-02',
  ends_on: '2026-12-18',
})
const hbep = await partnership('Harbury Partnership', ['Elm School', 'Oak School', 'Ash School'])
const [elm = '', oak = '', ash = ''] = hbep.schools
const admissionsTeam = await organisation('team', 'School Admissions', 'admissions')
const coordinator = await member('coordinator', hbep.id, { name: 'Cora Ordinator' })
const admissions = await member('admissions', admissionsTeam)
const oakHead = await member('panel-member', oak, { name: 'Olga Oak' })
const elmHead = await member('panel-member', elm, { name: 'Edna Elm' })
await member('panel-member', ash)
const oakReferrer = await member('school-referrer', oak)
const elsewhere = await member(
  'coordinator',
  (await partnership('Another partnership', ['Far School'])).id,
)

/** A Fair Access case that the co-ordinator has accepted. */
async function fairAccessCase() {
  const child = await insert('child', {
    id: newId(),
    forename: 'Ada',
    surname: 'Example',
    search_name: 'ada example',
    birth_date: '2013-03-15',
    created_by_organisation_id: admissionsTeam,
  })
  const referral = await insert('referral', {
    id: newId(),
    kind: 'fair-access',
    status: 'accepted',
    child_id: child,
    referring_organisation_id: admissionsTeam,
    responsible_partnership_id: hbep.id,
    route: 'fair-access',
    submitted_at: '2026-10-26T09:00:00Z',
    accepted_at: '2026-10-28T09:00:00Z',
    gate_special_needs: 'none',
    gate_care: 'no',
    reason: 'Refused a place elsewhere',
  })
  await insert('fair_access_case', {
    referral_id: referral,
    category: 'refused-for-behaviour',
    in_year_measures_tried: true,
    received_on: '2026-10-26',
    accepted_on: '2026-10-28',
    criteria: 'met',
  })
  await insert('special_needs', {
    id: newId(),
    child_id: child,
    status: 'none',
    from_on: '2020-01-01',
    source: 'referral',
  })
  await insert('care_status', {
    id: newId(),
    child_id: child,
    status: 'never-looked-after',
    from_on: '2020-01-01',
    source: 'referral',
  })
  const { rows } = await site.admin.query('select reference from referral where id = $1', [
    referral,
  ])
  return { child, referral, reference: `R-${rows[0].reference}` }
}

async function plannedMeeting(day = '2026-11-12') {
  const browser = await signedIn(coordinator)
  await browser.visit('/meetings/new')
  browser.choose('Panel').fillDate('day', day).fill('Place', 'Online')
  await browser.press('Plan the meeting')
  return { browser, meeting: browser.url.split('/').at(-1) ?? '' }
}

async function invitedMeeting(day?: string) {
  const { browser, meeting } = await plannedMeeting(day)
  await browser.follow('Invite the schools')
  await browser.press('Send the invitations')
  return { browser, meeting }
}

test('A Fair Access case goes from the agenda to a child on roll', async () => {
  const { reference, referral } = await fairAccessCase()
  const { browser, meeting } = await invitedMeeting()
  expect(browser.text).toContain('3 schools have been invited')
  expect(browser.text).toContain('All 3 schools that are members on the day have been invited')

  await browser.follow('Add cases to the agenda')
  browser.tick(`Choose ${reference}`)
  await browser.press('Add to the agenda')
  expect(browser.text).toContain('One case was added to the agenda')
  await browser.follow('Release the papers')
  await browser.press('Release the papers')
  expect(browser.text).toContain('Version 1 of the papers is released')

  const head = await signedIn(oakHead)
  await head.visit(`/meetings/${meeting}`)
  await head.follow('Answer the invitation')
  await head.press('Send the answer')
  expect(head.status).toBe(422)
  expect(head.text).toContain('Choose whether your school is coming')
  head.choose('Apologies')
  await head.press('Send the answer')
  expect(head.text).toContain('Apologies')
  await head.follow('Read the papers')
  await head.follow(`${reference}: Ada Example`)
  expect(head.text).toContain('Refused a place because of challenging behaviour')

  site.setToday('2026-11-12')
  await browser.visit(`/meetings/${meeting}`)
  await browser.press('Open the meeting')
  await browser.follow('Attendance')
  for (const [school, word] of [
    ['Elm School', 'Attended'],
    ['Oak School', 'Apologies'],
    ['Ash School', 'Attended'],
  ] as const)
    browser.chooseIn(`Was ${school} there?`, word)
  await browser.press('Save')
  expect(browser.text).toContain('Attendance is recorded')

  await browser.follow(reference)
  await browser.follow('Record the decision')
  await browser.press('Save the decision')
  expect(browser.text).toContain('Choose what was decided')
  browser
    .choose('Fair Access: a school is allocated')
    .fill('Reasons', 'Nearest school with her subjects')
  await browser.press('Save the decision')
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('Choose the school')
  browser.choose('School, if one was chosen', 'Oak School')
  await browser.press('Save the decision')
  expect(browser.text).toContain('It is told to nobody until it is issued')

  await browser.follow('Open the decision')
  expect(browser.text).toContain('3 of 5 done')
  await browser.follow('Issue the decision')
  expect(browser.text).toContain('Ada Example is to join your school')
  await browser.press('Issue it')
  expect(browser.text).toContain('5 of 5 done')
  expect(browser.text).toContain('Told: Oak School, School Admissions')

  const { rows: mails } = await site.admin.query(`select subject || body as words from message`)
  expect(mails.length).toBeGreaterThan(5)
  expect(mails.filter(({ words }) => /Ada|Example/.test(words))).toEqual([])

  const school = await signedIn(oakReferrer)
  await school.visit('/notices')
  await school.follow('Decision D-')
  await school.follow('Confirm the day on which the child is on roll')
  school.choose('Yes').fillDate('rollDate', '2026-11-20')
  await school.press('Send')
  expect(school.status).toBe(409)
  expect(school.text).toContain('not on roll until that day')
  await school.visit('/on-roll')
  await school.follow(reference)
  school
    .choose('Not yet')
    .fill('What is happening?', 'Every form has thirty-two')
    .choose('Yes, the school is full')
  await school.press('Send')
  expect(school.text).toContain('The school says that it is full: Every form has thirty-two')
  await browser.visit(`/cases/${referral}/findings`)
  expect(browser.text).toContain('That does not stop the allocation')

  site.setToday('2026-11-16')
  await school.visit('/on-roll')
  await school.follow(reference)
  school.choose('Yes').fillDate('rollDate', '2026-11-16')
  await school.press('Send')
  expect(school.text).toContain('On roll from 16 November 2026')
  await school.choose('Not yet').fill('What is happening?', 'The family did not come').press('Send')
  expect(school.text).toContain('The family did not come')
  expect(school.text).not.toContain('On roll from 16 November 2026')
  const late = await signedIn(oakReferrer)
  await late.visit(school.url)
  await school.choose('Yes').fillDate('rollDate', '2026-11-16').press('Send')
  expect(school.text).toContain('On roll from 16 November 2026')
  const officer = await signedIn(admissions)
  await officer.visit('/on-roll')
  await officer.follow(reference)
  officer.choose('Yes').fillDate('rollDate', '2026-11-16')
  await officer.press('Send')
  expect(officer.text).toContain('the school and Admissions have both confirmed it')
  await late.choose('Not yet').fill('What is happening?', 'A second tab').press('Send')
  expect(late.status).toBe(409)
  expect(late.text).toContain('A second tab')
  await school.visit(late.url)
  expect(school.text).toContain('the school and Admissions have both confirmed it')
  const { rows } = await site.admin.query('select status from referral where id = $1', [referral])
  expect(rows[0].status).toBe('decided')
})

test('A decision without every school having been invited cannot be issued', async () => {
  site.setToday('2026-11-03')
  const { reference } = await fairAccessCase()
  const { browser, meeting } = await invitedMeeting('2026-11-13')
  await site.admin.query('delete from invitation where meeting_id = $1 and school_id = $2', [
    meeting,
    ash,
  ])
  await browser.follow('Add cases to the agenda')
  browser.tick(`Choose ${reference}`)
  await browser.press('Add to the agenda')
  await browser.press('Open the meeting')
  await browser.follow(reference)
  await browser.follow('Record the decision')
  browser
    .choose('Fair Access: a school is allocated')
    .choose('School, if one was chosen', 'Elm School')
    .fill('Reasons', 'Room in the year')
  await browser.press('Save the decision')
  await browser.follow('Open the decision')
  await browser.follow('Issue the decision')

  expect(browser.text).toContain('Not notified in time: Ash School')
  expect(browser.buttons).not.toContain('Issue it, and start the seven days')
})

test('Two people decide at once, twenty-five times: one decision is kept, and the other is told (CO-03)', async () => {
  const times = 25
  const cases = []
  for (let made = 0; made < times; made += 1) cases.push(await fairAccessCase())
  const { browser, meeting } = await invitedMeeting('2026-11-17')
  await browser.follow('Add cases to the agenda')
  for (const { reference } of cases) browser.tick(`Choose ${reference}`)
  await browser.press('Add to the agenda')
  await browser.press('Open the meeting')
  const { rows: items } = await site.admin.query(
    'select id from agenda_item where meeting_id = $1',
    [meeting],
  )
  const other = await signedIn(await member('coordinator', hbep.id))
  const decide = async (each: typeof browser, item: string, reasons: string) => {
    await each.visit(`/meetings/${meeting}/items/${item}/decision`)
    return each.choose('No further action, or advice only').fill('Reasons', reasons)
  }

  const answers: number[][] = []
  for (const { id } of items) {
    const forms = [await decide(browser, id, 'First'), await decide(other, id, 'Second')]
    await Promise.all(forms.map(each => each.press('Save the decision')))
    answers.push(forms.map(({ status }) => status).sort())
  }

  expect(answers).toEqual(Array.from({ length: times }, () => [200, 409]))
  const { rows } = await site.admin.query(
    'select count(*)::int as decisions from decision where agenda_item_id = any ($1) group by agenda_item_id',
    [items.map(({ id }) => id)],
  )
  expect(rows).toEqual(items.map(() => ({ decisions: 1 })))
})

test('A member who declares an interest reads and decides no more', async () => {
  const { reference } = await fairAccessCase()
  const { browser, meeting } = await invitedMeeting('2026-11-18')
  await browser.follow('Add cases to the agenda')
  browser.tick(`Choose ${reference}`)
  await browser.press('Add to the agenda')
  await browser.follow('Release the papers')
  await browser.press('Release the papers')
  const head = await signedIn(elmHead)
  await head.visit(`/meetings/${meeting}/papers`)
  await head.follow(`${reference}:`)
  const item = head.url
  await head.follow('Declare an interest')
  head.choose('The child is a relative, or the child of a friend')
  await head.press('Declare it')
  expect(head.text).toContain('You take no part in this case')

  await head.visit(item)
  expect(head.status).toBe(404)
  await head.visit(`/meetings/${meeting}/papers`)
  expect(head.text).not.toContain('Example')
})

test('Papers that are taken back can be read by nobody but the co-ordinator', async () => {
  const { reference } = await fairAccessCase()
  const { browser, meeting } = await invitedMeeting('2026-11-19')
  await browser.follow('Add cases to the agenda')
  browser.tick(`Choose ${reference}`)
  await browser.press('Add to the agenda')
  await browser.follow('Release the papers')
  await browser.press('Release the papers')
  const head = await signedIn(oakHead)
  await head.visit(`/meetings/${meeting}/papers`)
  expect(head.text).toContain(reference)

  await browser.press('Take the papers back')

  await head.visit(`/meetings/${meeting}/papers`)
  expect(head.text).toContain('There are no papers that you can read now')
})

test('The wrong people cannot plan, see or decide', async () => {
  const { meeting } = await invitedMeeting('2026-11-20')

  const head = await signedIn(oakHead)
  await head.visit('/meetings/new')
  expect(head.status).toBe(403)
  await head.visit(`/meetings/${meeting}/minutes`)
  expect(head.buttons).not.toContain('Save the minutes')
  const stranger = await signedIn(elsewhere)
  await stranger.visit(`/meetings/${meeting}`)
  expect(stranger.status).toBe(404)
  await expect(
    as(elsewhere, tx =>
      tx
        .updateTable('meeting')
        .set({ place: 'Taken over' })
        .where('id', '=', meeting)
        .returning('id')
        .execute(),
    ),
  ).resolves.toEqual([])
})

test('A cycle passes over days on which schools are closed', async () => {
  const browser = await signedIn(coordinator)
  await insert('closure', { id: newId(), on: '2026-11-24', reason: 'INSET day' })
  await browser.visit('/meetings/cycles/new')
  browser
    .fill('Name', 'Late autumn')
    .choose('Tuesday')
    .choose('How often', 'Every week')
    .fill('Place', 'Online')
    .fillDate('firstOn', '2026-11-17')
    .fillDate('lastOn', '2026-12-08')

  await browser.press('Plan the cycle')

  expect(browser.text).toContain('3 meetings are planned')
  expect(browser.text).toContain('Tuesday 24 November 2026')
})
