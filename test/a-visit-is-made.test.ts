import { expect, test } from 'vitest'
import { enqueue } from '#platform/jobs.ts'
import { testSite } from '#testing/site.ts'
import { planVisit, visited, writeWholeVisit } from '#testing/visited.ts'

const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await visited(site)
const { signedIn, coordinator, quality, manager, neighbour, officer, forge } = world

const findingsOf = async (rule: string) =>
  (
    await site.admin.query(
      `select subject_type, level, "values" from finding where provider_id = $1 and rule = $2 and superseded_at is null`,
      [forge, rule],
    )
  ).rows

test('A visit is planned, written down on site, submitted, moderated, answered and published', async () => {
  await site.runJobs()
  const cora = await signedIn(coordinator)
  const visit = await planVisit(cora, today)
  expect(cora.text).toContain('Visit to The Forge')
  expect(cora.text).toContain('Planned')
  await cora.visit('/')
  expect(cora.text).toContain('Visit a provider')

  await cora.visit(`${visit}/submit`)
  expect(cora.status).toBe(409)

  // The first entry begins the visit.
  await cora.visit(`${visit}/on-site`)
  await cora.press('Keep this')
  expect(cora.text).toContain('Choose what you looked at')
  await cora
    .choose('What do you look at?', 'A. Something else')
    .fill('What do you find? (optional)', 'Kept words')
    .press('Keep this')
  expect(cora.text).toContain('Say what you looked at')
  expect(cora.body).toContain('Kept words')
  await cora.fill('If it is something else: what?', 'The welding bay').press('Keep this')
  expect(cora.text).toContain('Received (1)')
  await cora.choose('Staff').fill('Of staff: their job', 'Head of centre').press('Keep this talk')
  await cora
    .choose('Pupils')
    .fill('How many people?', 'many')
    .fill('What did they say? (optional)', 'They like the food')
    .press('Keep this talk')
  expect(cora.text).toContain('Enter how many people')
  expect(cora.body).toContain('They like the food')
  await cora.fill('How many people?', '3').press('Keep this talk')
  expect(cora.text).toContain('Received (3)')

  expect(cora.text).toContain(
    'What pupils achieve in their learning: 1 looked at, of 16 in the grid; not judged yet',
  )
  expect(cora.text).toContain('The motor course')

  await cora.visit(`${visit}/submit`)
  expect(cora.text).toContain('The visit looked at nothing in section B: Quality of teaching.')
  expect(cora.text).toContain('does not say that you asked for proof of insurance (rule EVD-14)')
  expect(cora.buttons).not.toContain('Submit the report')

  await writeWholeVisit(cora, visit)
  expect(cora.text).toContain('The welding bay')
  expect(cora.text).toContain('Staff: Head of centre (1)')
  expect(cora.text).not.toContain('Before it can be submitted')
  await cora.visit(`${visit}/actions/add`)
  await cora
    .fill('What is the provider to do?', 'Write down each fire drill')
    .fillDate('dueOn', today)
    .press('Add the action')
  await cora.visit(`${visit}/submit`)
  await cora.press('Submit the report')
  expect(cora.text).toContain('To be moderated')
  await cora.visit(`${visit}/about`)
  expect(cora.status).toBe(409)

  const mona = await signedIn(manager)
  await mona.visit(visit)
  expect(mona.status).toBe(404)
  const quinn = await signedIn(quality)
  await quinn.visit('/')
  expect(quinn.text).toContain('Moderate a visit report')
  await quinn.visit(`${visit}/send-back`)
  await quinn.press('Send it back')
  expect(quinn.text).toContain('Say what is to be mended')
  await quinn.fill('What is to be mended?', 'Say more about behaviour').press('Send it back')
  expect(quinn.text).toContain('Being written')
  await cora.visit('/')
  expect(cora.text).toContain('Mend a visit report')
  await cora.visit(visit)
  expect(cora.text).toContain('Say more about behaviour')
  await cora.visit(`${visit}/submit`)
  await cora.press('Submit the report')
  await quinn.visit(`${visit}/moderate`)
  await quinn.fill('Anything to note? (optional)', 'Fair').press('I have moderated it')

  await mona.visit('/')
  expect(mona.text).toContain('Read a visit report, and reply if you want to')
  expect(mona.text).toContain('Action after a visit')
  await mona.visit(visit)
  expect(mona.text).toContain('A calm place')
  expect(mona.body).not.toContain('Say more about behaviour')
  expect(mona.body).not.toContain('Fair')
  await mona.visit(`${visit}/reply`)
  await mona.fill('Your reply', 'We are glad of it').press('Send the reply')
  expect(mona.text).toContain('We are glad of it')

  await quinn.visit(`${visit}/publish`)
  await quinn.press('Publish the report')
  expect(quinn.text).toContain('In the library')
  expect(quinn.text).toContain('We are glad of it')
  await quinn.visit(`${visit}/print`)
  expect(quinn.text).toContain('Report of the visit')
  expect(quinn.text).toContain('The welding bay')
})

const mail = async (about: string): Promise<{ to: string; body: string }[]> =>
  (
    await site.admin.query(
      `select split_part(address, '@', 1) as to, body from message
        where kind = 'visit to a provider' and subject ilike $1 order by queued_at, address`,
      [`%${about}%`],
    )
  ).rows

test('Each step is told to whom it concerns, without a word of what was found', async () => {
  await site.runJobs()
  const [waiting] = await mail('a report waits to be moderated')
  expect(waiting?.to).toMatch(/^quality-assurance/)
  expect((await mail('your report is sent back'))[0]?.to).toMatch(/^coordinator/)
  const moderated = (await mail('the report is moderated')).map(({ to }) => to)
  expect(moderated.some(to => to.startsWith('provider-manager'))).toBe(true)
  expect(moderated.some(to => to.startsWith('coordinator'))).toBe(true)
  const replied = (await mail('the provider has replied')).map(({ to }) => to)
  expect(replied.some(to => to.startsWith('quality-assurance'))).toBe(true)
  expect(replied.some(to => to.startsWith('provider-'))).toBe(false)
  const published = (await mail('a report is in the library')).map(({ to }) => to)
  expect(published.some(to => to.startsWith('provider-manager'))).toBe(true)
  const { rows } = await site.admin.query(
    `select subject || body as words from message where kind = 'visit to a provider'`,
  )
  for (const { words } of rows) {
    expect(words).not.toMatch(/Forge|calm place|behaviour|glad|fire drill/)
    expect(words).toMatch(/\/visits\/[0-9a-f-]{36}/)
  }
})

test('An action is asked about once before its day and told once when it is over', async () => {
  const due = async () => {
    await site.db.asWorker(tx => enqueue(tx, { name: 'visit-actions-due' }, {}))
    await site.runJobs()
  }
  const before = (await mail('an action is due')).length
  await due()
  await due()
  const asked = (await mail('an action is due')).slice(before)
  expect(asked).toHaveLength(1)
  expect(asked[0]?.to).toMatch(/^provider-manager/)
  await site.admin.query(`update visit_action set due_on = due_on - 1, reminded_for = null`)
  await due()
  await due()
  const overdue = (await mail('an action is overdue')).map(({ to }) => to)
  expect(overdue.filter(to => to.startsWith('provider-manager'))).toHaveLength(1)
  expect(overdue.some(to => to.startsWith('coordinator'))).toBe(true)
  expect((await mail('an action is due')).length).toBe(before + 1)

  const quinn = await signedIn(quality)
  await quinn.visit('/visits')
  await quinn.choose('Actions', 'With actions overdue').press('Apply filters')
  expect(quinn.text).toContain('1 open, 1 overdue')
  await quinn.follow('Download as CSV')
  expect(quinn.body).toContain('"Actions open","Actions overdue"')
})

test('The provider says that an action is done, and whoever asked accepts it', async () => {
  const { rows } = await site.admin.query('select visit_id from visit_action limit 1')
  const visit = `/visits/${rows[0].visit_id}`
  const mona = await signedIn(manager)
  await mona.visit(visit)
  await mona.follow('Say that it is done')
  await mona.press('It is done')
  expect(mona.text).toContain('Say what you did')
  await mona.fill('What did you do?', 'A book lies in the office').press('It is done')
  const cora = await signedIn(coordinator)
  await cora.visit('/')
  expect(cora.text).toContain('Look whether an action after a visit is done')
  await cora.visit(visit)
  await cora.follow('Look and accept')
  await cora.choose('No, not yet').press('Save')
  expect(cora.text).toContain('Enter the new day')
  await cora.fillDate('dueOn', '2030-01-10').press('Save')
  expect(cora.text).toContain('To do')
  await mona.visit(visit)
  await mona.follow('Say that it is done')
  await mona.press('It is done')
  await cora.visit(visit)
  await cora.follow('Look and accept')
  await cora.choose('Yes, it is done').press('Save')
  expect(cora.text).toContain('The action is accepted')
  await cora.visit('/visits?actions=open')
  expect(cora.text).toContain('Nothing matches')
  await mona.visit(visit)
  expect(mona.text).not.toContain('Say that it is done')
})

test('A visit resets the clock of its own commissioner, and adoption only that of who adopts (QAV-01, QAV-03, QAV-05)', async () => {
  await site.runJobs()
  // The partnership has assessed it; another that has had a child there for half a year has not.
  expect(await findingsOf('QAV-01')).toMatchObject([{ level: 'info' }])
  await site.admin.query(
    `update placement set commissioner_id = $2, started_on = current_date - 200, planned_start_on = current_date - 200
      where id = $1`,
    [world.placement, world.nwllip],
  )
  await site.runJobs()
  expect(await findingsOf('QAV-01')).toMatchObject([
    { level: 'breach', values: { commissioner: world.nwllip, neverAssessed: true } },
  ])
  expect(await findingsOf('QAV-05')).toMatchObject([
    { subject_type: 'assessment', values: { commissioner: world.nwllip } },
  ])
  const nell = await signedIn(neighbour)
  await nell.visit('/')
  expect(nell.text).toContain('Assess a provider: the year is over')
  await nell.follow('Adopt an assessment that is shared with you')
  expect(nell.text).toContain('has never assessed The Forge')
  await nell.follow('Adopt this assessment')
  await nell.press('Adopt it')
  expect(nell.text).toContain('Say why you rely on it')
  await nell.fill('Why do you rely on it?', 'It saw the motor course').press('Adopt it')
  expect(nell.text).toContain('It saw the motor course')
  await site.runJobs()
  expect(await findingsOf('QAV-01')).toMatchObject([
    { level: 'info', values: { commissioner: world.nwllip } },
  ])
  expect(await findingsOf('QAV-05')).toEqual([])
  expect(await findingsOf('QAV-03')).toMatchObject([
    { level: 'warning', values: { commissioner: world.nwllip } },
  ])
  await nell.visit(`/providers/${forge}/findings`)
  expect(nell.text).toContain('QAV-03')
})

test('The library is for every commissioner: found by provider, area and day, and taken as CSV', async () => {
  const vera = await signedIn(officer)
  await vera.visit('/visits/library')
  expect(vera.text).toContain('The Forge')
  await vera.choose('Area', 'B. Quality of teaching').choose('Judgement', 'Weak')
  await vera.press('Apply filters')
  expect(vera.text).toContain('Nothing matches')
  await vera.visit(`/visits/library?q=forge&area=B&grade=meets&from=${today}&until=${today}`)
  expect(vera.text).toContain('The Forge')
  await vera.follow('Download as CSV')
  expect(vera.headers.get('content-type')).toContain('text/csv')
  expect(vera.body).toContain('"The Forge"')
  await vera.visit('/visits/library?from=2030-01-01')
  expect(vera.text).toContain('Nothing matches')
  await vera.visit('/visits/library?from=never&page=9999&sort=nothing')
  expect(vera.status).toBe(200)
})

test('A visit is cancelled with a reason, and a plan changes while nobody has been there', async () => {
  const cora = await signedIn(coordinator)
  const visit = await planVisit(cora, today, { annual: false })
  await cora.visit(`${visit}/plan`)
  await cora.fillDate('plannedOn', '2031-02-30').press('Save')
  expect(cora.text).toContain('The day of the visit must be a real date')
  await cora.visit(`${visit}/plan`)
  await cora.fill('Who visits? (optional)', 'Cora and a governor').press('Save')
  expect(cora.text).toContain('Cora and a governor')
  await cora.visit(`${visit}/cancel`)
  await cora.press('Cancel the visit')
  expect(cora.text).toContain('Say why it is cancelled')
  await cora
    .fill('Why is it cancelled?', 'The provider is closed for snow')
    .press('Cancel the visit')
  expect(cora.text).toContain('The provider is closed for snow')
  await cora.visit(`${visit}/on-site`)
  expect(cora.status).toBe(409)
})

test('Photographs go through the same machinery as every file, and belong to the visit', async () => {
  const cora = await signedIn(coordinator)
  const visit = await planVisit(cora, today)
  await cora.visit(`${visit}/on-site`)
  await cora.choose('What do you look at?', 'A. Books and other work').press('Keep this')
  await cora.visit(`${visit}/photographs`)
  cora.attach('Add a photograph or document', new File(['no picture'], 'room.jpg'))
  await cora.press('Add the photograph or document')
  expect(cora.status).toBe(422)
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  cora.attach('Add a photograph or document', new File([png], 'room.png', { type: 'image/png' }))
  await cora.press('Add the photograph or document')
  expect(cora.text).toContain('room.png')
  const link = cora.links.find(({ text }) => text === 'room.png')?.href ?? ''
  await cora.visit(link)
  expect(cora.text).toContain('room.png')
  const address = link.replace(/\/view$/, '')
  for (const path of [address, `${address}/picture`]) {
    await cora.visit(path)
    expect(cora.headers.get('content-type')).toContain('image/png')
  }
  for (const who of [manager, neighbour, world.dsl]) {
    const other = await signedIn(who)
    for (const path of [address, link, `${address}/picture`]) {
      await other.visit(path)
      expect([who.role, path, other.status]).toEqual([who.role, path, 404])
    }
  }
  await cora.visit(`${address}/remove`)
  await cora.fill('Why do you remove it?', 'Blurred').press('Remove it')
  expect(cora.text).not.toContain('room.png')
})

test('The record of a visit names no child: what was typed is shown again, with what to take out', async () => {
  const dan = await signedIn(world.dsl)
  const visit = await planVisit(dan, today)
  const said = 'They like the food, says Vic Visited'
  await dan.visit(`${visit}/on-site`)
  await dan.choose('Pupils').fill('How many people?', '3')
  await dan.fill('What did they say? (optional)', said).press('Keep this talk')
  expect(dan.text).toContain('Take out “Vic Visited”')
  expect(dan.body).toContain(said)
  await dan.fill('What did they say? (optional)', 'They like the food').press('Keep this talk')
  expect(dan.text).toContain('Received (1)')
  await dan.visit(`${visit}/about`)
  await dan.fill('Summary', 'Number A123456789012 is doing well').press('Save')
  expect(dan.text).toContain('Take out the unique pupil number')
  expect(dan.body).toContain('is doing well')
})

test('Nothing is published before the provider could reply, unless that is said', async () => {
  const cora = await signedIn(coordinator)
  const visit = await planVisit(cora, today)
  await cora.visit(`${visit}/on-site`)
  await writeWholeVisit(cora, visit)
  await cora.visit(`${visit}/submit`)
  await cora.press('Submit the report')
  const quinn = await signedIn(quality)
  await quinn.visit(`${visit}/moderate`)
  await quinn.press('I have moderated it')
  await quinn.visit(`${visit}/publish`)
  expect(quinn.text).toContain('and has not replied')
  await quinn.press('Publish the report')
  expect(quinn.status).toBe(422)
  expect(quinn.text).toContain('Wait for the reply')
  await quinn.visit(visit)
  expect(quinn.text).not.toContain('In the library')

  // After fourteen days nobody has to say so.
  await site.admin.query(
    `update visit set moderated_at = moderated_at - interval '14 days' where id = $1`,
    [visit.split('/').at(-1)],
  )
  await quinn.visit(`${visit}/publish`)
  expect(quinn.text).not.toContain('Publish it without the reply')
  await quinn.press('Publish the report')
  expect(quinn.text).toContain('The report is in the library')
})

test('What the planner found missing stands in the plan, and the site is chosen with it', async () => {
  const cora = await signedIn(coordinator)
  const mona = await signedIn(manager)
  await mona.visit(`/providers/${forge}/sites/add`)
  await mona.fill('Name of the site', 'The yard').press('Save')
  await cora.visit(`/visits/plan?provider=${forge}&areas=BD&papers=yes&annual=yes`)
  expect(cora.body).toContain('B. Quality of teaching')
  expect(cora.body).toContain('Documents that run out')
  await cora.choose('Site', 'The yard').press('Plan the visit')
  expect(cora.status).toBe(422)
  expect(cora.body).toContain('B. Quality of teaching')
  await cora.fillDate('plannedOn', today).press('Plan the visit')
  expect(cora.text).toContain('The yard')
  expect(cora.text).toContain('D. Leadership and management')
  expect(cora.text).toContain('Annual assessment Yes')

  // Nonsense in the address narrows nothing; a site of another provider is not taken.
  await cora.visit('/visits/plan?provider=nobody&areas=XYZ&papers=maybe')
  expect(cora.status).toBe(200)
  await cora.visit(`/visits/plan?provider=${forge}`)
  await cora.choose('Provider', 'The Kiln').choose('Site', 'The yard').fillDate('plannedOn', today)
  await cora.press('Plan the visit')
  expect(cora.text).toContain('Visit to The Kiln')
  expect(cora.text).not.toContain('The yard')
})
