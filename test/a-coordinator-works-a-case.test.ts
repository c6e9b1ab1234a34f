import { expect, test } from 'vitest'
import { county } from '#testing/county.ts'
import { referBriefly } from '#testing/refer.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, child, larkfield, wilfrids, thornbury, hbep, nwllip } = await county(site)
const school = await signedIn(await member('school-dsl', larkfield, { name: 'Ann Example' }))
const coordinatorMember = await member('coordinator', hbep, { name: 'Sam Coordinator' })
const coordinator = await signedIn(coordinatorMember)
const colleague = await member('coordinator', hbep, { name: 'Kim Colleague' })
const worker = await member('support-worker', hbep, { name: 'Lou Support' })
const otherCoordinator = await signedIn(
  await member('coordinator', nwllip, { name: 'Jo Neighbour' }),
)

const stored = async (id: string) =>
  (await site.admin.query('select * from referral where id = $1', [id])).rows[0]
const refer = async (forename: string) => referBriefly(site, school, await child({ forename }))
const mailsAbout = async (id: string) =>
  (
    await site.admin.query(
      `select kind, subject, body from message where subject like $1 order by queued_at`,
      [`R-${(await stored(id)).reference} %`],
    )
  ).rows

test('The inbox tells what nobody has looked at from what waits, and for whom', async () => {
  const fresh = await refer('Freya')
  const asked = await refer('Asker')
  await coordinator.visit(`/cases/${asked}/ask`)
  await coordinator
    .fill('What do you need to know?', 'Which lessons go well?')
    .fillDate('due', '2026-11-20')
    .press('Send the question')

  await coordinator.visit('/inbox')
  expect(coordinator.text).toMatch(
    /Not looked at yet.*Freya Sample.*Waiting for us.*Waiting for others.*Asker Sample/,
  )
  await coordinator.visit(`/cases/${fresh}`)
  await coordinator.visit('/inbox')
  expect(coordinator.text).toMatch(/Waiting for us.*Freya Sample.*Waiting for others/)
  expect((await stored(fresh)).first_looked_at).not.toBeNull()
})

test('A question is answered where it was asked, and the case comes back', async () => {
  const id = await refer('Quinn')
  await coordinator.visit(`/cases/${id}/ask`)
  await coordinator.press('Send the question')
  expect(coordinator.text).toContain('Say what you need to know')
  await coordinator
    .fill('What do you need to know?', 'Which lessons go well?')
    .press('Send the question')
  expect(await stored(id)).toMatchObject({ waiting_for: 'school' })
  expect((await stored(id)).first_response_at).not.toBeNull()

  await school.visit('/referrals?tab=waiting-for-us')
  await school.follow('Quinn Sample')
  expect(school.text).toContain('Answer the open question')
  await school.visit(`/cases/${id}/questions`)
  await school.follow('Answer')
  await school.fill('Your answer', 'Design and technology.').press('Send the answer')

  expect(await stored(id)).toMatchObject({ waiting_for: 'us' })
  await coordinator.visit(`/cases/${id}/questions`)
  expect(coordinator.text).toContain('Design and technology.')
  expect((await mailsAbout(id)).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['referral information asked', 'referral information answered']),
  )
})

test('A question answered twice: the second is told that it is settled', async () => {
  const id = await refer('Twice')
  await coordinator.visit(`/cases/${id}/ask`)
  await coordinator.fill('What do you need to know?', 'When?').press('Send the question')
  const second = await signedIn(await member('school-referrer', larkfield))
  await school.visit(`/cases/${id}/questions`)
  await school.follow('Answer')
  await second.visit(`/cases/${id}/questions`)
  await second.follow('Answer')
  await school.fill('Your answer', 'On Monday.').press('Send the answer')

  await second.fill('Your answer', 'On Tuesday.').press('Send the answer')
  expect(second.status).toBe(409)
  const { rows } = await site.admin.query(
    'select answer from information_request where referral_id = $1',
    [id],
  )
  expect(rows).toEqual([{ answer: 'On Monday.' }])
})

test('Several cases are given to a colleague, and accepted, at once', async () => {
  const ids = [await refer('Alma'), await refer('Bela')]
  await coordinator.visit('/inbox')
  for (const id of ids) coordinator.tick(`Choose R-${(await stored(id)).reference}`)
  await coordinator
    .choose('Give the chosen cases to', 'Kim Colleague')
    .press('Assign the chosen cases')
  expect(coordinator.text).toContain('2 cases are assigned')
  for (const id of ids) expect((await stored(id)).assigned_to).toBe(colleague.userId)

  for (const id of ids) coordinator.tick(`Choose R-${(await stored(id)).reference}`)
  await coordinator.press('Accept the chosen cases')
  expect(coordinator.text).toContain('2 cases are accepted')
  for (const id of ids) expect((await stored(id)).status).toBe('accepted')

  await coordinator.press('Accept the chosen cases')
  expect(coordinator.status).toBe(422)
  expect(coordinator.text).toContain('Choose at least one case')
})

test('Two co-ordinators at once: one accepts, and the other is told', async () => {
  const id = await refer('Race')
  const other = await signedIn(colleague)
  await coordinator.visit(`/cases/${id}/accept`)
  await other.visit(`/cases/${id}/accept`)
  await coordinator.press('Accept the referral')
  await other.press('Accept the referral')

  expect(other.status).toBe(409)
  const { rows } = await site.admin.query(
    `select count(*)::int as count from case_event where referral_id = $1 and kind = 'accepted'`,
    [id],
  )
  expect(rows[0].count).toBe(1)
})

test('What stands in the way is accepted with a name and a reason, and never silently', async () => {
  const unknown = await child({ forename: 'Una', specialNeeds: null })
  const id = await referBriefly(site, school, unknown, [undefined, 'I do not know'])
  await coordinator.visit(`/cases/${id}/accept`)
  await coordinator.follow('Accept this finding with a reason')
  await coordinator.press('Accept the finding')
  expect(coordinator.text).toContain('Say why you accept this')
  await coordinator
    .fill('Why do you go on although this stands in the way?', 'The assessment is on Thursday.')
    .press('Accept the finding')
  expect(coordinator.text).toContain(
    'Sam Coordinator accepted this: The assessment is on Thursday.',
  )

  await coordinator.visit(`/cases/${id}/accept`)
  await coordinator.press('Accept the referral')
  expect((await stored(id)).status).toBe('accepted')
  await coordinator.visit(`/cases/${id}/findings`)
  await coordinator.follow('History of this finding')
  expect(coordinator.text).toContain('What became of it')
})

test('Wrong role: a school cannot accept a finding, nor triage its own referral', async () => {
  const unknown = await child({ specialNeeds: null })
  const id = await referBriefly(site, school, unknown, [undefined, 'I do not know'])
  const { rows } = await site.admin.query(
    `select id from finding where referral_id = $1 and rule = 'RTE-05'`,
    [id],
  )
  await school.visit(`/cases/${id}/findings/${rows[0].id}`)
  expect(school.status).toBe(200)
  expect(school.buttons).not.toContain('Accept the finding')
  for (const page of ['accept', 'return', 'refer-on', 'assign', 'ask', 'close', 'dispute'])
    expect((await school.visit(`/cases/${id}/${page}`)).status).toBe(403)
  for (const page of [
    '',
    '/accept',
    '/return',
    '/findings',
    '/messages',
    '/notes',
    '/history',
    '/documents',
  ])
    expect((await otherCoordinator.visit(`/cases/${id}${page}`)).status).toBe(404)
})

test('A support worker sees a case only while it is assigned', async () => {
  const id = await refer('Sunny')
  const support = await signedIn(worker)
  expect((await support.visit(`/cases/${id}`)).status).toBe(404)

  await coordinator.visit(`/cases/${id}/assign`)
  await coordinator
    .choose('Support worker', 'Lou Support')
    .fillDate('from', '2026-11-17')
    .press('Assign the support worker')
  expect((await support.visit(`/cases/${id}`)).status).toBe(200)
  await support.visit(`/cases/${id}/notes`)
  await support.fill('New note', 'A good first visit.').press('Add the note')
  expect(support.text).toContain('A good first visit.')
  expect((await support.visit(`/cases/${id}/accept`)).status).toBe(403)
})

test('Notes stay inside unless they are shared; messages carry nothing in their e-mail', async () => {
  const id = await refer('Nell')
  await coordinator.visit(`/cases/${id}/notes`)
  await coordinator.fill('New note', 'Between us: call the family.').press('Add the note')
  await coordinator.fill('New note', 'We visit on Friday.')
  await coordinator.tick('Share this note with Larkfield Academy').press('Add the note')
  await school.visit(`/cases/${id}/notes`)
  expect(school.text).toContain('We visit on Friday.')
  expect(school.text).not.toContain('Between us')

  await coordinator.visit(`/cases/${id}/messages`)
  await coordinator.fill('New message', 'Can Nell come on Friday?').press('Send the message')
  await school.visit(`/cases/${id}`)
  expect(school.text).toContain('(1 not read)')
  await school.visit(`/cases/${id}/messages`)
  expect(school.text).toContain('Can Nell come on Friday?')
  await school.fill('New message', 'Yes.').press('Send the message')
  await coordinator.visit(`/cases/${id}/messages`)
  expect(coordinator.text).toMatch(/read 17 November 2026/)

  for (const { subject, body } of await mailsAbout(id)) {
    expect(`${subject} ${body}`).not.toMatch(/Nell|Sample|Friday|family/)
    expect(body).toContain('Sign in to Onroll')
  }
})

test('A referral goes on to a service, or to another partnership, which then holds it', async () => {
  const outside = await refer('Otto')
  await coordinator.visit(`/cases/${outside}/refer-on`)
  await coordinator.press('Refer on')
  expect(coordinator.text).toContain('Choose to whom')
  await coordinator
    .choose('A service or another authority')
    .choose('Service', 'Early Help')
    .fill('Why?', 'The family asks for it.')
    .press('Refer on')
  expect(await stored(outside)).toMatchObject({
    status: 'referred on',
    referred_on_to: 'Early Help',
  })

  const handed = await refer('Hanna')
  await coordinator.visit(`/cases/${handed}/refer-on`)
  await coordinator
    .choose('Another partnership')
    .choose('Partnership', 'North Wold Inclusion Partnership')
    .fill('Why?', 'The family moved and the school agrees.')
    .press('Refer on')
  expect(coordinator.url).toBe('/inbox')
  expect((await coordinator.visit(`/cases/${handed}`)).status).toBe(404)
  expect((await otherCoordinator.visit(`/cases/${handed}`)).status).toBe(200)
  expect(await stored(handed)).toMatchObject({ status: 'submitted', assigned_to: null })
})

test('Two partnerships disagree in a thread that does not show the child, and agree to move the case', async () => {
  const id = await refer('Dispa')
  await coordinator.visit(`/cases/${id}/dispute`)
  await coordinator
    .choose('With which partnership?', 'North Wold Inclusion Partnership')
    .fill('Why?', 'Came to our roll two weeks ago.')
    .fill('Share of the cost that the other partnership bears (optional)', '150')
    .press('Send it to the other partnership')
  expect(coordinator.text).toContain('The share must be a whole number from 0 to 100')
  await coordinator
    .fill('Share of the cost that the other partnership bears (optional)', '40')
    .press('Send it to the other partnership')
  const thread = coordinator.url
  expect(await stored(id)).toMatchObject({ waiting_for: 'us', status: 'submitted' })

  await otherCoordinator.visit('/disputes')
  await otherCoordinator.visit(thread)
  expect(otherCoordinator.text).toContain('Larkfield Academy')
  expect(otherCoordinator.text).toContain('Year 9')
  expect(otherCoordinator.text).toContain('North Wold Inclusion Partnership bears 40% of the cost')
  expect(otherCoordinator.wholeText).not.toContain('Dispa')
  expect((await otherCoordinator.visit(`/cases/${id}`)).status).toBe(404)

  await otherCoordinator.visit(thread)
  otherCoordinator.choose('Propose something else')
  otherCoordinator.tick('North Wold Inclusion Partnership takes the case over')
  await otherCoordinator.press('Send')
  await coordinator.visit(thread)
  await coordinator.choose('Agree to the proposal').press('Send')
  expect(coordinator.text).toContain('Agreed')
  await site.runJobs()

  await coordinator.press('Hand the case over')
  expect((await stored(id)).responsible_partnership_id).toBe(nwllip)
  await otherCoordinator.visit(`/cases/${id}/history`)
  expect(otherCoordinator.text).toContain('Responsibility agreed')
  expect(otherCoordinator.text).toContain('Case moved to the other partnership')
})

test('Wrong role: a third partnership sees no dispute', async () => {
  const id = await refer('Third')
  await coordinator.visit(`/cases/${id}/dispute`)
  await coordinator
    .choose('With which partnership?', 'North Wold Inclusion Partnership')
    .fill('Why?', 'Moved.')
    .press('Send it to the other partnership')
  const { partnership } = (await import('#testing/world.ts')).world(site)
  const third = await signedIn(await member('coordinator', (await partnership('Third one')).id))

  expect((await third.visit(coordinator.url)).status).toBe(404)
  await third.visit('/disputes')
  expect(third.text).toContain('No partnership disputes a case with you')
})

test('A case that needs no panel is closed with a reason, and can be opened again', async () => {
  const id = await referBriefly(
    site,
    school,
    await child({ specialNeeds: 'ehcp', maintainedBy: 'fennshire' }),
  )
  await coordinator.visit(`/cases/${id}`)
  await coordinator.follow('Close')
  await coordinator.press('Close the case')
  expect(coordinator.text).toContain('Choose why the case ends')
  await coordinator.choose('The annual review takes it further').press('Close the case')
  expect((await stored(id)).status).toBe('closed')
  const { rows } = await site.admin.query(
    'select count(*)::int as count from finding where referral_id = $1 and superseded_at is null',
    [id],
  )
  expect(rows[0].count).toBe(0)

  await coordinator.follow('Open again')
  await coordinator
    .fill('Why is it opened again?', 'The review wants the partnership’s advice.')
    .press('Open the case')
  expect((await stored(id)).status).toBe('accepted')
})

test('A school that has left cannot be reached through a guessed address of somebody else’s case', async () => {
  const id = await refer('Guess')
  const stranger = await signedIn(await member('school-dsl', thornbury))
  const neighbour = await signedIn(await member('school-dsl', wilfrids))
  for (const browser of [stranger, neighbour])
    for (const path of ['', '/referral', '/documents', '/questions', '/education'])
      expect((await browser.visit(`/cases/${id}${path}`)).status).toBe(404)
})
