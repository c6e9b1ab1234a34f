import { expect, test } from 'vitest'
import { county } from '#testing/county.ts'
import { fillPast, refer, referBriefly, send } from '#testing/refer.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, child, organisation, insert, larkfield, wilfrids, hbep, nwllip } =
  await county(site)
const senco = await member('school-dsl', larkfield, { name: 'Ann Example' })
const school = await signedIn(senco)
const coordinator = await signedIn(await member('coordinator', hbep))

const stored = async (id: string) =>
  (await site.admin.query('select * from referral where id = $1', [id])).rows[0]
const versions = async (id: string) =>
  (
    await site.admin.query(
      'select * from referral_version where referral_id = $1 order by number',
      [id],
    )
  ).rows

/** A draft whose gate is answered, from the record. */
async function draft(browser = school, of?: string) {
  await browser.visit(`/referrals/new?child=${of ?? (await child())}`)
  await browser.press('Start the referral')
  const id = browser.url.split('/')[2] ?? ''
  for (let asked = 0; asked < 3; asked++) await browser.press('Continue')
  await browser
    .choose('The child was not admitted in the course of this school year')
    .press('Continue')
  return id
}

test('A school refers a child, and the co-ordinator of its partnership accepts', async () => {
  const referral = await refer(school, await child({ forename: 'Alex' }))

  expect(school.text).toContain('It went to Harbour Bay Education Partnership')
  expect(school.text).toContain('Within 5 school days, by 24 November 2026')

  await coordinator.visit('/inbox')
  expect(coordinator.text).toContain('Alex Sample')
  await coordinator.follow('Alex Sample')
  expect(coordinator.text).toContain('Read the referral and accept, return or refer on')
  await coordinator.follow('Accept')
  await coordinator.press('Accept the referral')
  expect(coordinator.text).toContain('The referral is accepted')
  expect(coordinator.url).toBe(`/cases/${referral}`)
})

test('The gate comes before any writing, and shows the rule that answers', async () => {
  const id = await draft(school, await child({ specialNeeds: 'ehcp', maintainedBy: 'fennshire' }))

  expect(school.heading).toBe('What your answers mean')
  expect(school.text).toContain('A child with an EHCP never goes to the panel')
  expect(school.text).toContain('Source: The Co-ordinators’ FAQ, line 188 (rule RTE-06)')
  await school.follow('Continue with the referral')
  expect(school.url).toBe(`/referrals/${id}`)
})

test('An admission that is not finished ends the questions, and the draft waits', async () => {
  const id = await draft()
  await school.visit(`/referrals/${id}/gate/admission`)
  await school.choose('No, not yet').press('Continue')

  expect(school.heading).toBe('Finish the admission before you refer')
  await school.visit(`/referrals/${id}/check`)
  school.tick('The parents know that we share this, or we have a recorded reason not to tell them')
  await school.press('Send the referral')
  expect(school.status).toBe(422)
  expect((await stored(id)).status).toBe('draft')
})

test('What nobody had recorded is asked once, and kept on the child’s record', async () => {
  const unknown = await child({ specialNeeds: null, care: null })
  await school.visit(`/referrals/new?child=${unknown}`)
  await school.press('Start the referral')
  await school.press('Continue')
  await school.choose('SEN support, without top-up funding').press('Continue')
  school.choose('Yes, by another authority').choose('Which authority?', 'Marchland (demonstration)')
  await school.press('Continue')
  expect(school.text).toContain('Enter since when')
  school.choose('Yes, by another authority').choose('Which authority?', 'Marchland (demonstration)')
  await school.fillDate('sinceOther', '2025-03-01').press('Continue')

  const { rows } = await site.admin.query(
    `select s.status as send, c.status as care, c.authority, c.from_on
       from special_needs s join care_status c using (child_id) where s.child_id = $1`,
    [unknown],
  )
  expect(rows).toEqual([
    {
      send: 'sen-support',
      care: 'looked-after',
      authority: 'marchland',
      from_on: expect.anything(),
    },
  ])
})

test('Parts are kept as they are written, finished or not', async () => {
  const id = await draft()
  await school.visit(`/referrals/${id}/reason`)
  await school
    .fill('Why are you referring this child?', 'Half a sentence')
    .press('Save and finish later')
  expect(school.text).toContain('“Reason and what is asked for” is saved')
  expect(school.text).toContain('Reason and what is asked for In progress')

  await school.visit(`/referrals/${id}/reason`)
  await school.press('Save and mark as finished')
  expect(school.status).toBe(422)
  expect(school.title).toMatch(/^Error: /)
  expect(school.text).toContain('Choose what you ask for')
  expect(school.text).toContain('Half a sentence')
})

test('A row is added, changed and taken away; impossible numbers are refused with words', async () => {
  const id = await draft()
  await school.visit(`/referrals/${id}/attendance`)
  await school.follow('Add a school year')
  await school
    .fill('School year', '2026-27')
    .fill('Possible sessions so far', '100')
    .fill('Sessions attended', '120')
    .press('Save')
  expect(school.status).toBe(422)
  expect(school.text).toContain('Sessions attended must be no more than the possible sessions')

  await school.fill('Sessions attended', '80').press('Save')
  await school.follow('Change (2026-27)')
  await school.fill('Sessions attended', '81').press('Save')
  expect(school.text).toContain('81')
  await school.follow('Remove (2026-27)')
  await school.press('Remove')
  expect(school.text).toContain('Nothing has been added yet')
})

test('Two tabs: the second to save the same part is shown both texts; another part is not in the way', async () => {
  const id = await draft()
  const other = await signedIn(senco)
  await school.visit(`/referrals/${id}/child-voice`)
  await other.visit(`/referrals/${id}/child-voice`)
  const third = await signedIn(senco)
  await third.visit(`/referrals/${id}/learning`)
  await other
    .fill('What does the child say?', 'Written first')
    .fill('How did you find out?', 'A talk')
    .press('Save and mark as finished')

  await school
    .fill('What does the child say?', 'Written second')
    .fill('How did you find out?', 'Another talk')
    .press('Save and mark as finished')
  expect(school.status).toBe(409)
  expect(school.text).toContain('Somebody else has changed this since you opened it')
  expect(school.text).toContain('Written first')
  expect(school.text).toContain('Written second')
  expect((await stored(id)).child_voice).toBe('Written first')

  await third.fill('Strengths and interests', 'Football').press('Save and mark as finished')
  expect(third.status).toBe(200)
})

test('The same form sent ten times at once sends once, and all ten are shown the same; with other answers it is refused (CO-01, CO-02)', async () => {
  const id = await draft()
  await fillPast(site, id)
  await school.visit(`/referrals/${id}/check`)
  school.tick('The parents know that we share this, or we have a recorded reason not to tell them')
  const body = school.formData('Send the referral')
  const post = (answers: URLSearchParams, cookie = school.cookie) =>
    site.fetch(
      new Request(`http://127.0.0.1:3000/referrals/${id}/check`, {
        method: 'POST',
        body: answers,
        redirect: 'manual',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
      }),
    )
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(body)))

  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 303))
  expect(new Set(answers.map(({ headers }) => headers.get('location')))).toEqual(
    new Set([`/referrals/${id}/sent`]),
  )
  const otherAnswers = new URLSearchParams(body)
  otherAnswers.set('declared', 'something else')
  const refused = await post(otherAnswers)
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('This form was sent already, with other answers')
  expect(await versions(id)).toHaveLength(1)
  const mails = await site.admin.query(
    `select subject from message where kind = 'referral submitted' and subject like $1`,
    [`R-${(await stored(id)).reference} %`],
  )
  expect(mails.rows).toHaveLength(1)
})

test('Sending freezes the words; a change is sent with a reason, and both stay readable', async () => {
  const id = await referBriefly(site, school, await child({ forename: 'Charlie' }))
  const [first] = await versions(id)
  expect(first.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(first.content)).toContain('What does the child say?')

  await school.visit(`/referrals/${id}/child-voice`)
  await school
    .fill('What does the child say?', 'I would like to come back.')
    .press('Save and mark as finished')
  await coordinator.visit(`/cases/${id}/referral`)
  expect(coordinator.text).not.toContain('I would like to come back.')

  await school.visit(`/referrals/${id}/amend`)
  expect(school.text).toContain('I like the workshop.')
  await school.press('Send the changes')
  expect(school.status).toBe(422)
  await school.fill('Why did you change it?', 'We spoke again.').press('Send the changes')
  expect(school.text).toContain('Your changes were sent as version 2')

  await coordinator.visit(`/cases/${id}/referral`)
  expect(coordinator.text).toContain('I would like to come back.')
  expect(coordinator.text).toContain('What version 2 changed')
  await coordinator.visit(`/cases/${id}/history`)
  expect(coordinator.text).toContain('Referral changed by the school')
  expect(coordinator.text).toContain('We spoke again.')
  await coordinator.visit(`/cases/${id}/referral?version=1`)
  expect(coordinator.text).toContain('This is an older version')
})

test('A referral is withdrawn with a reason, and a draft is discarded', async () => {
  const id = await referBriefly(site, school, await child())
  await school.visit(`/referrals/${id}/withdraw`)
  await school.choose('Another reason').press('Withdraw the referral')
  expect(school.text).toContain('Say what the reason is')
  await school.choose('The child has left the school').press('Withdraw the referral')
  expect(await stored(id)).toMatchObject({
    status: 'withdrawn',
    ended_because: 'The child has left the school',
  })
  await coordinator.visit('/inbox')
  expect(coordinator.links.map(({ href }) => href)).not.toContain(`/cases/${id}`)

  const second = await draft()
  await school.visit(`/referrals/${second}/discard`)
  await school.press('Discard the draft')
  expect((await stored(second)).status).toBe('discarded')
})

test('The list: headings with counts, search, order, pages and a file that runs nothing', async () => {
  await referBriefly(site, school, await child({ forename: '=cmd|', surname: 'Formula' }))
  await school.visit('/referrals?tab=sent&search=formula')
  expect(school.text).toContain('Showing 1 to 1 of 1 referrals')
  await school.follow('Download this list')
  expect(school.headers.get('content-type')).toContain('text/csv')
  expect(school.body).toContain(`"'=cmd|"`)

  await school.visit('/referrals?tab=sent&search=nobody-has-this-name')
  expect(school.text).toContain('Nothing fits these filters')
  await school.visit('/referrals?tab=drafts')
  expect(school.text).toContain('Drafts')
})

test('The same child is not referred twice by one school; a second start finds the draft', async () => {
  const pupil = await child()
  const id = await draft(school, pupil)
  await school.visit(`/referrals/new?child=${pupil}`)
  await school.press('Start the referral')
  expect(school.url).toContain(id)

  await fillPast(site, id)
  await send(school, id)
  await school.visit(`/referrals/new?child=${pupil}`)
  await school.press('Start the referral')
  expect(school.status).toBe(409)
  expect(school.wholeText).toContain('Your organisation has already referred this child')
})

test('Wrong role: nobody outside the school sees a draft or can write in a referral', async () => {
  const pupil = await child()
  const id = await draft(school, pupil)
  const sent = await referBriefly(site, school, await child())
  const otherSchool = await signedIn(await member('school-dsl', wilfrids))
  const otherCoordinator = await signedIn(await member('coordinator', nwllip))
  const provider = await signedIn(
    await member('provider-manager', await organisation('provider', 'Invented Forge')),
  )

  for (const path of [`/referrals/${id}`, `/referrals/${id}/reason`, `/referrals/${sent}/reason`])
    expect((await otherSchool.visit(path)).status).toBe(404)
  expect((await otherSchool.visit(`/cases/${sent}`)).status).toBe(404)
  expect((await otherSchool.visit(`/referrals/new?child=${pupil}`)).status).toBe(404)
  expect((await coordinator.visit(`/cases/${id}`)).status).toBe(404)
  expect((await coordinator.visit(`/referrals/${sent}/reason`)).status).toBe(403)
  expect((await otherCoordinator.visit(`/cases/${sent}`)).status).toBe(404)
  for (const path of ['/referrals', '/referrals/new', `/cases/${sent}`, '/inbox'])
    expect((await provider.visit(path)).status).toBe(403)
  expect((await school.visit('/inbox')).status).toBe(403)
})

test('Wrong role: a school that has the child on a second roll reads the case and writes nothing', async () => {
  const shared = await child()
  const id = await referBriefly(site, school, shared)
  await insert('enrolment', {
    id: (await import('#domain/ids.ts')).newId(),
    child_id: shared,
    school_id: wilfrids,
    kind: 'subsidiary',
    from_on: '2026-11-01',
  })
  const reader = await signedIn(await member('school-dsl', wilfrids))

  expect((await reader.visit(`/cases/${id}`)).status).toBe(200)
  expect(reader.buttons).not.toContain('Withdraw')
  expect((await reader.visit(`/cases/${id}/messages`)).status).toBe(404)
  expect((await reader.visit(`/referrals/${id}/withdraw`)).status).toBe(404)
})
