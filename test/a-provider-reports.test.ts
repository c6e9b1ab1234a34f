import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { dayAfter, placedChild, termAround, wednesday } from '#testing/placed-child.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: wednesday })
const world = await county(site)
const { insert, member, organisation, signedIn, child, hbep, larkfield, thornbury } = world
await termAround(insert)
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const referrer = await member('school-referrer', larkfield, { name: 'Rita Referrer' })
const dsl = await member('school-dsl', larkfield, { name: 'Lena Lead' })
const officer = await member('virtual-school', world.virtualSchoolTeam, { name: 'Vera Virtual' })
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge, { name: 'Mona Manager' })
const tutor = await member('provider-tutor', forge, { name: 'Tom Tutor' })
const providerLead = await member('provider-dsl', forge, { name: 'Paula Lead' })

async function placed(forename: string, more: object = {}) {
  const id = await child({ school: larkfield, forename, ...more })
  await insert('referral', {
    id: newId(),
    kind: 'school',
    status: 'accepted',
    child_id: id,
    referring_organisation_id: larkfield,
    responsible_partnership_id: hbep,
    submitted_at: '2026-09-10T08:00:00Z',
    accepted_at: '2026-09-11T09:00:00Z',
    reason: 'Not in lessons',
  })
  const placement = await placedChild(site, insert, {
    child: id,
    commissioner: hbep,
    provider: forge,
    madeBy: coordinator.userId,
  })
  await insert('placement_tutor', {
    placement_id: placement.placement,
    user_id: tutor.userId,
    from_on: dayAfter(-20),
    named_by: manager.userId,
  })
  return placement
}
const ada = await placed('Ada', { care: 'looked-after', lookedAfterBy: 'fennshire' })
const bob = await placed('Bob')
const mails = async (kind: string) =>
  (
    await site.admin.query(
      `select address, subject || ' ' || body as words from message where kind = $1 order by address`,
      [kind],
    )
  ).rows as { address: string; words: string }[]

let incident = ''

test('From the register two presses lead to the form, which says first what to do in danger', async () => {
  const page = await signedIn(tutor)
  await page.visit('/register')
  await page.follow('Report (Ada')
  expect(page.text).toContain('Call 999')
  await page.press('Report an incident')
  expect(page.text).toContain('Call 999')
  expect(page.text).toContain('the authority’s safeguarding hub')
  incident = page.url.split('/')[2] ?? ''

  // The same button again is the same draft.
  await page.visit(`/placed/${ada.placement}/reports`)
  await page.press('Report an incident')
  expect(page.url).toContain(incident)
})

test('What is missing is said at its question, and every word is kept', async () => {
  const page = await signedIn(tutor)
  await page.visit(`/provider-reports/${incident}/incident`)
  await page
    .fill('At what time?', 'at noon')
    .fill('What happened, in the order it happened?', 'A chair fell over.')
    .fillDate('happened_on', dayAfter(3))
    .press('Save and check')
  expect(page.status).toBe(422)
  expect(page.text).toContain('must be a time, like 09:30')
  expect(page.text).toContain('must be today or earlier')
  expect(page.body).toContain('A chair fell over.')
  await page
    .fill('At what time?', '12.05')
    .fillDate('happened_on', wednesday)
    .press('Save and check')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Answer: Where did it happen?')
  expect(page.text).toContain('Choose yes or no: Were the police called?')
  expect(page.text).toContain('is there something only safeguarding leads should read')
  expect(page.body).toContain('A chair fell over.')

  await page.press('Save and finish later')
  expect(page.text).toContain('Nobody outside your organisation reads it')
  expect(page.text).toContain('A chair fell over.')
})

test('A draft is its own organisation’s alone, and stands in its author’s work', async () => {
  const own = await signedIn(tutor)
  await own.visit('/')
  expect(own.text).toContain('Finish an incident report')
  const colleague = await signedIn(manager)
  await colleague.visit('/provider-reports?show=drafts')
  expect(colleague.text).toContain('Draft')
  for (const other of [coordinator, dsl, officer]) {
    const page = await signedIn(other)
    await page.visit(`/provider-reports/${incident}`)
    expect(page.status).toBe(404)
    await page.visit('/provider-reports')
    expect(page.text).toContain('Nothing has been reported yet')
  }
})

test('It is finished with a part for safeguarding leads, checked and sent', async () => {
  const page = await signedIn(tutor)
  await page.visit('/')
  await page.follow('Finish an incident report')
  await page
    .fill('Where did it happen?', 'In the yard')
    .fill('Who else was involved? (optional)', 'Another pupil')
    .fill('What was done at once?', 'Both were taken apart.')
    .fill('Was anybody hurt?', 'A scratch, washed and covered')
    .chooseIn('Did anybody hold or restrain the child?', 'Yes')
    .fill(
      'How, by whom, for how long, and why was there no other way?',
      'By one tutor at the arm, for ten seconds, at the stairs',
    )
    .chooseIn('Were the police called?', 'No')
    .chooseIn('Have the parents or carers been told?', 'Yes')
    .fill(
      'Who was told, by whom and when? If nobody, why not yet?',
      'The foster carer, by the manager, at 12:30',
    )
    .chooseIn(
      'Is there something that only safeguarding leads should read?',
      'Yes, I write it next',
    )
  await page.press('Save and check')
  expect(page.text).toContain('Safeguarding part')
  expect(page.text).toContain('Call 999')
  await page.press('Save and check the report')
  expect(page.text).toContain('Say what was seen, heard or said')
  await page
    .fill('What was seen, heard or said?', 'She said that she is afraid to go home.')
    .fill('Who was told, and when?', 'Our lead at 12:20, who rang the hub at 12:25')
    .press('Save and check the report')
  expect(page.text).toContain('Check the incident report')
  expect(page.text).toContain('A scratch, washed and covered')
  expect(page.text).not.toContain('afraid to go home')
  await page.press('Send the report')
  expect(page.text).toContain('is sent')
  expect(page.text).toContain('Nobody has said so yet')
})

test('Those who answer for the child are told on the day, without a name and without a word of it', async () => {
  await site.runJobs()
  const sent = await mails('incident reported')
  expect(sent.map(({ address }) => address).sort()).toEqual(
    [coordinator, dsl, officer, referrer].map(({ email }) => email).sort(),
  )
  for (const { words } of sent) {
    expect(words).toContain(ada.reference)
    expect(words).not.toMatch(/Ada|Sample|yard|afraid|Forge/)
  }
  expect(sent.filter(({ words }) => words.includes('as safeguarding lead'))).toMatchObject([
    { address: dsl.email },
  ])
})

test('Each of them finds it in their work, at the placement and in the list, and reads it', async () => {
  for (const reader of [coordinator, referrer, officer]) {
    const page = await signedIn(reader)
    await page.visit('/')
    expect(page.text).toContain('Read an incident report')
    await page.visit(`/placements/${ada.placement}`)
    expect(page.text).toContain('The provider sent a report')
    await page.follow('Reports')
    expect(page.text).toContain('with a safeguarding part')
    await page.visit('/provider-reports?show=unread&kind=incident&q=forge&period=7')
    expect(page.text).toContain('Not read yet')
    await page.follow('N-')
    expect(page.text).toContain('A chair fell over.')
    expect(page.text).toContain('There is a part for safeguarding leads alone')
    expect(page.text).not.toContain('Open the safeguarding part')
    await page.visit(`/provider-reports/${incident}/safeguarding`)
    expect(page.status).toBe(403)
  }
  const page = await signedIn(coordinator)
  await page.visit('/provider-reports?kind=progress')
  expect(page.text).toContain('Nothing matches')
  // By the child’s name, by the number that people speak; and not by another’s.
  for (const [q, found] of [
    ['ada sam', true],
    ['n-1001', true],
    ['Bob', false],
    ['1009', false],
  ] as const) {
    await page.visit('/provider-reports')
    await page.fill('Child, provider or report', q).press('Apply filters')
    expect(page.text.includes('with a safeguarding part')).toBe(found)
  }
  await page.visit(`/provider-reports/${incident}/print`)
  expect(page.text).toContain('It is not printed with the report')
})

test('The safeguarding lead of the school opens the other part, which is remembered; the provider’s lead too', async () => {
  const page = await signedIn(dsl)
  await page.visit(`/provider-reports/${incident}`)
  expect(page.text).toContain('Read the safeguarding part too')
  await page.follow('Open the safeguarding part')
  expect(page.text).toContain('afraid to go home')
  const lead = await signedIn(providerLead)
  await lead.visit(`/provider-reports/${incident}/safeguarding`)
  expect(lead.text).toContain('afraid to go home')
  const boss = await signedIn(manager)
  await boss.visit(`/provider-reports/${incident}`)
  expect(boss.text).not.toContain('Open the safeguarding part')
  await boss.visit(`/provider-reports/${incident}/safeguarding`)
  expect(boss.status).toBe(404)
  const { rows } = await site.admin.query(
    `select count(*)::int as times from audit_entry where event = 'provider-report.safeguarding-viewed' and subject_id = $1 and child_id = $2 and user_id = $3`,
    [incident, ada.child, dsl.userId],
  )
  expect(rows[0].times).toBe(1)
})

test('Who has read it says so with a word to the provider; the lead’s own reading is asked for apart', async () => {
  const page = await signedIn(referrer)
  await page.visit(`/provider-reports/${incident}`)
  await page.press('I have read it')
  expect(page.text).toContain('The provider sees that you have read it')
  expect(page.text).toContain('Rita Referrer, School referrer')
  await page.press('Send the answer')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Write your answer')
  await page.visit('/')
  expect(page.text).not.toContain('Read an incident report')

  const lead = await signedIn(dsl)
  await lead.visit('/')
  expect(lead.text).toContain('Read an incident report')
  await lead.visit(`/provider-reports/${incident}`)
  await lead
    .fill('Answer the provider (optional)', 'We come this afternoon.')
    .press('I have read it')
  await lead.visit('/')
  expect(lead.text).not.toContain('Read an incident report')

  const author = await signedIn(tutor)
  await author.visit('/provider-reports')
  expect(author.text).toContain('Answered')
  await author.follow('N-')
  expect(author.text).toContain('We come this afternoon.')
  expect((await mails('answer to a report')).map(({ address }) => address).sort()).toEqual(
    [manager, tutor].map(({ email }) => email).sort(),
  )
})

test('What was sent is not edited: a correction is a new version with a reason, and the first stays', async () => {
  const page = await signedIn(tutor)
  await page.visit(`/provider-reports/${incident}`)
  await page.follow('Correct it')
  await page.press('Go on to the copy')
  expect(page.text).toContain('Say why it is corrected')
  await page.fill('Why is it corrected?', 'It was a bench, and no chair').press('Go on to the copy')
  const second = page.url.split('/')[2] ?? ''
  expect(page.body).toContain('A chair fell over.')

  // Two people at once: the colleague gets the same copy, and who saves last is shown both texts.
  const colleague = await signedIn(manager)
  await colleague.visit(`/provider-reports/${incident}/correct`)
  await colleague.fill('Why is it corrected?', 'The time is wrong').press('Go on to the copy')
  expect(colleague.text).toContain('is being written already')
  expect(colleague.url).toContain(second)
  await page
    .fill('What happened, in the order it happened?', 'A bench fell over.')
    .press('Save and check')
  await colleague
    .fill('What happened, in the order it happened?', 'A stool fell over.')
    .press('Save and finish later')
  expect(colleague.status).toBe(409)
  expect(colleague.text).toContain('Nothing was saved')
  expect(colleague.text).toContain('A bench fell over.')
  expect(colleague.body).toContain('A stool fell over.')

  await page.press('Send the report')
  await colleague.press('Save and finish later')
  expect(colleague.status).toBe(409)
  expect(colleague.text).toContain('was sent meanwhile')
  expect(colleague.body).toContain('A stool fell over.')

  const reader = await signedIn(dsl)
  await reader.visit(`/provider-reports/${second}`)
  expect(reader.text).toContain('A bench fell over.')
  expect(reader.text).toContain('Corrected because It was a bench, and no chair')
  await reader.follow('Open the safeguarding part')
  expect(reader.text).toContain('afraid to go home')
  await reader.visit(`/provider-reports/${incident}`)
  expect(reader.text).toContain('There is a newer version')
  expect(reader.text).toContain('A chair fell over.')
  await reader.visit('/')
  expect(reader.text).toContain('Read an incident report')
  await page.visit(`/provider-reports/${incident}/correct`)
  expect(page.status).toBe(404)
})

test('A progress report begins with the register, asks of each objective, and stands in the plan', async () => {
  const objective = newId()
  await insert('individual_plan', {
    id: newId(),
    placement_id: bob.placement,
    number: 1,
    status: 'agreed',
    provider_agreed_on: dayAfter(-10),
    provider_agreed_by: manager.userId,
    made_by: coordinator.userId,
    made_at: `${dayAfter(-12)}T09:00:00Z`,
  })
  await insert('plan_objective', {
    id: objective,
    placement_id: bob.placement,
    kind: 'academic',
    objective: 'To read a page aloud',
    added_in: 1,
    made_by: coordinator.userId,
    made_at: `${dayAfter(-12)}T09:00:00Z`,
  })
  const page = await signedIn(tutor)
  await page.visit('/register')
  await page.press('Present', { within: 'Bob' })
  await page.visit(`/placed/${bob.placement}`)
  await page.follow('Report an incident or progress')
  await page.press('Write a progress report')
  expect(page.body).toMatch(/Register from .*present 1, late 0, absent 0/)
  await page
    .fill('What did you do?', 'Brickwork and a reading hour')
    .choose('How does it stand: To read a page aloud', 'On track')
    .fill('What shows it: To read a page aloud', 'Half a page on Monday')
    .press('Save and check')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Answer: What progress did the child make in learning?')
  await page
    .fill('What progress did the child make in learning?', 'Reads slowly, and asks.')
    .press('Save and check')
  expect(page.text).toContain('Half a page on Monday')
  await page.press('Send the report')

  const reader = await signedIn(coordinator)
  await reader.visit(`/placements/${bob.placement}/reports`)
  await reader.follow('N-')
  expect(reader.text).toContain('Reads slowly, and asks.')
  await reader.visit(`/placements/${bob.placement}/plan`)
  expect(reader.text).toContain('On track')
  await reader.visit('/provider-reports/export?kind=progress')
  expect(reader.body).toContain('"Bob Sample"')
  expect(reader.body).not.toContain('Reads slowly')

  // A school that has not the child on its roll, and a support worker, find nothing.
  for (const other of [
    await member('school-dsl', thornbury),
    await member('school-dsl', world.wilfrids),
  ]) {
    const outside = await signedIn(other)
    await outside.visit('/provider-reports')
    expect(outside.text).toContain('Nothing has been reported yet')
  }
  await site.runJobs()
  expect((await mails('progress reported')).map(({ address }) => address)).not.toContain(
    officer.email,
  )
})

test('When the placement has ended, and its ten days, the provider keeps what it wrote and writes no more', async () => {
  const until = (day: string | null) =>
    site.admin.query(
      `update placement set status = 'ended', ended_on = $2, provider_reads_until = $3 where id = $1`,
      [bob.placement, dayAfter(-1), day],
    )
  await until(dayAfter(30))
  const page = await signedIn(tutor)
  await page.visit(`/placed/${bob.placement}/reports`)
  await page.press('Write a progress report')
  await page.fill('What did you do?', 'A last week').press('Save and finish later')
  const draft = page.url

  await until(dayAfter(-60))
  await page.visit(`/placed/${bob.placement}/reports`)
  expect(page.status).toBe(404)
  await page.visit('/provider-reports?kind=progress')
  expect(page.text).toContain('A child you no longer see')
  await page.follow('N-')
  expect(page.status).toBe(200)
  expect(page.text).not.toContain('Correct it')
  await page.visit(`${draft}/progress`)
  await page.fill('What did you do?', 'More words').press('Save and finish later')
  expect(page.status).toBe(409)
  await page.visit(`${draft}/check`)
  await page.press('Throw the draft away')
  expect(page.text).toContain('is thrown away')
})
