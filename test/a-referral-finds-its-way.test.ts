import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { fillPast, referBriefly, send } from '#testing/refer.ts'
import { testSite } from '#testing/site.ts'

// The worked examples of the rulebook, entered by a school and read by its co-ordinator.
const site = await testSite({ today: '2026-11-17' })
const {
  member,
  signedIn,
  child,
  learn,
  insert,
  organisation,
  larkfield,
  thornbury,
  wilfrids,
  hbep,
  nwllip,
  virtualSchoolTeam,
} = await county(site)
const school = await signedIn(await member('school-dsl', larkfield))
const otherSchool = await signedIn(await member('school-dsl', thornbury))
const coordinator = await signedIn(await member('coordinator', hbep))
const otherCoordinator = await signedIn(await member('coordinator', nwllip))
await member('virtual-school', virtualSchoolTeam)

const routed = async (id: string) =>
  (await site.admin.query('select * from referral where id = $1', [id])).rows[0]
const rules = async (id: string) =>
  (
    await site.admin.query(
      'select rule from finding where referral_id = $1 and superseded_at is null order by rule',
      [id],
    )
  ).rows.map(row => row.rule)

test('A-01: the roll decides whose case it is, wherever the child lives', async () => {
  const id = await referBriefly(site, school, await child({ area: nwllip, from: '2024-09-02' }))

  expect(await routed(id)).toMatchObject({
    responsible_partnership_id: hbep,
    route: 'ordinary',
    route_rule: 'RTE-01',
    waiting_for: 'us',
  })
  await coordinator.visit(`/cases/${id}`)
  expect(coordinator.text).toContain('on roll at Larkfield Academy, and the school of roll decides')
  expect(coordinator.text).toContain('The Co-ordinators’ FAQ, line 121')
  expect(await rules(id)).toEqual(['RTE-01'])
})

test('A-02: a few weeks on the roll are a reason to talk, and the case stays', async () => {
  const id = await referBriefly(
    site,
    otherSchool,
    await child({ school: thornbury, from: '2026-11-05', area: hbep }),
  )

  expect((await routed(id)).responsible_partnership_id).toBe(nwllip)
  await otherCoordinator.visit(`/cases/${id}/findings`)
  expect(otherCoordinator.text).toContain('The child has been 12 days on this roll')
})

test('A-03: a dispute does not stop the clock, and a late answer becomes a warning', async () => {
  const id = await referBriefly(
    site,
    otherSchool,
    await child({ school: thornbury, from: '2026-11-05', area: hbep }),
  )
  await otherCoordinator.visit(`/cases/${id}/dispute`)
  await otherCoordinator
    .choose('With which partnership?', 'Harbour Bay Education Partnership')
    .fill('Why?', 'The child came to our roll twelve days ago.')
    .press('Send it to the other partnership')
  await otherCoordinator.visit(`/cases/${id}/findings`)
  expect(otherCoordinator.text).toContain('Answer the referral by 24 November 2026 all the same')

  site.setToday('2026-11-25')
  const [all] = site.site.jobs.filter(job => job.name === 're-evaluate-all')
  await all?.work({}, site.site)
  site.setToday('2026-11-17')

  await otherCoordinator.visit(`/cases/${id}`)
  expect(otherCoordinator.text).toContain('Check Responsibility is disputed')
})

test('A-04: after a permanent exclusion the excluding school still decides, and education is due on the sixth day', async () => {
  const other = await child({ area: nwllip })
  await insert('exclusion', {
    id: newId(),
    child_id: other,
    school_id: larkfield,
    kind: 'permanent',
    from_on: '2026-11-09',
  })
  const second = await referBriefly(site, school, other)

  expect(await routed(second)).toMatchObject({
    responsible_partnership_id: hbep,
    route_rule: 'RTE-02',
  })
  await coordinator.visit(`/cases/${second}`)
  expect(coordinator.text).toContain('Larkfield Academy permanently excluded the child')
  expect(coordinator.text).toContain('education must be in place by 17 November 2026')
})

test('A-04, bad input: an answer that the record contradicts is not taken', async () => {
  const excluded = await child()
  await school.visit(`/referrals/new?child=${excluded}`)
  await school.press('Start the referral')
  school.choose('We have permanently excluded the child')
  await school.press('Continue')
  expect(school.status).toBe(422)
  expect(school.text).toContain('The record says “On our roll”')
})

test('A-05: this authority’s looked-after child is the Virtual School’s to lead, and it is told', async () => {
  const id = await referBriefly(
    site,
    school,
    await child({ care: 'looked-after', lookedAfterBy: 'fennshire' }),
    [undefined, undefined, 'Yes, by this authority'],
  )

  expect(await routed(id)).toMatchObject({
    route: 'looked-after-own',
    waiting_for: 'virtual-school',
  })
  const { rows } = await site.admin.query(
    `select subject, body from message where kind = 'referral looked after' and to_organisation_id = $1`,
    [virtualSchoolTeam],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0].body).not.toContain('Robin')
})

test('A-06 and A-07: another authority’s child waits for its contacts, and the stop goes when they are known', async () => {
  const lookedAfter = await child({ care: 'looked-after', lookedAfterBy: 'marchland' })
  const id = await referBriefly(site, school, lookedAfter, [
    undefined,
    undefined,
    'Yes, by another authority',
  ])
  expect((await routed(id)).route).toBe('looked-after-other')
  await coordinator.visit(`/cases/${id}/accept`)
  expect(coordinator.text).toContain('It cannot be accepted yet')
  expect(coordinator.text).toContain('Record the Virtual School contact of Marchland')
  expect(coordinator.buttons).not.toContain('Accept the referral')

  await site.admin.query(
    `update care_status set social_worker = 'Sam Social', virtual_school_contact = 'Vic Virtual' where child_id = $1`,
    [lookedAfter],
  )
  await learn('agency_involvement', {
    child_id: lookedAfter,
    agency: 'Social care',
    status: 'open',
  })

  expect(await rules(id)).not.toContain('LAC-03')
  await coordinator.visit(`/cases/${id}/accept`)
  await coordinator.press('Accept the referral')
  expect((await routed(id)).status).toBe('accepted')
})

test('A-08 and A-09: the admission comes first; returned and sent again on the day it was completed', async () => {
  const admitted = await child({ from: '2026-11-02' })
  const id = await referBriefly(site, school, admitted)
  await learn('admission', {
    child_id: admitted,
    school_id: larkfield,
    applied_on: '2026-11-02',
    outcome_on: '2026-11-18',
    completed_on: '2026-11-19',
  })
  await coordinator.visit(`/cases/${id}/accept`)
  expect(coordinator.text).toContain(
    'The admission was completed on 19 November 2026, after the referral',
  )

  await coordinator.visit(`/cases/${id}/return`)
  await coordinator
    .fill('What has to be done before it is sent again?', 'Finish the admission first.')
    .press('Return the referral')
  site.setToday('2026-11-19')
  await school.visit(`/referrals/${id}`)
  expect(school.text).toContain('Finish the admission first.')
  await school.visit(`/referrals/${id}/gate/admission`)
  await school.choose('Yes, the child is admitted').press('Continue')
  await send(school, id)
  site.setToday('2026-11-17')

  expect(await rules(id)).not.toContain('LAC-04')
  const versions = await site.admin.query(
    'select number, because from referral_version where referral_id = $1 order by number',
    [id],
  )
  expect(versions.rows).toEqual([
    { number: 1, because: 'Sent' },
    { number: 2, because: 'Sent again' },
  ])
})

test('A-10 and A-11: an EHCP takes the case to an annual review, with the authority that keeps the plan', async () => {
  const own = await referBriefly(
    site,
    school,
    await child({ specialNeeds: 'ehcp', maintainedBy: 'fennshire' }),
  )
  const others = await referBriefly(
    site,
    school,
    await child({ specialNeeds: 'ehcp', maintainedBy: 'wold-city' }),
  )

  expect(await routed(own)).toMatchObject({ route: 'annual-review', waiting_for: 'school' })
  expect((await routed(others)).route_reason).toContain('Wold City')
  await coordinator.visit(`/cases/${own}`)
  expect(coordinator.text).toContain('The SENCO holds an annual review')
  expect(coordinator.text).toContain('put the case on a panel’s agenda')
  expect(coordinator.text).toContain('The Co-ordinators’ FAQ, line 188')
})

test('A-12: with top-up funding and no EHCP the case may go to the panel', async () => {
  const funded = await child({ specialNeeds: 'sen-support' })
  await insert('top_up', {
    id: newId(),
    child_id: funded,
    school_year: '2026-27',
    amount_pence: 290_000,
    from_on: '2026-09-01',
    to_on: '2027-08-31',
  })
  const id = await referBriefly(site, school, funded)

  expect((await routed(id)).route).toBe('top-up')
  expect(await rules(id)).toContain('SEN-03')
})

test('A-13: an unknown SEND status stops acceptance, until it is recorded', async () => {
  const unknown = await child({ specialNeeds: null })
  const id = await referBriefly(site, school, unknown, [undefined, 'I do not know'])
  await coordinator.visit(`/cases/${id}/accept`)
  expect(coordinator.text).toContain('The child’s SEND status is not known')

  await learn('special_needs', {
    child_id: unknown,
    status: 'sen-support',
    from_on: '2026-09-02',
    source: 'school',
  })

  expect(await rules(id)).not.toContain('RTE-05')
  await coordinator.visit(`/cases/${id}/accept`)
  expect(coordinator.buttons).toContain('Accept the referral')
})

test('A-14: a child on no roll ends at the gate, with the way to Admissions', async () => {
  const nowhere = await child({ onRoll: false })
  await school.visit(`/referrals/new?child=${nowhere}`)
  await school.press('Start the referral')
  await school.choose('On no roll').press('Continue')

  expect(school.heading).toBe('A child on no roll goes to School Admissions first')
  expect(school.text).toContain('Tell School Admissions about the child today')
  expect(school.links.map(({ text }) => text)).not.toContain('Continue with the referral')
})

test('A child who lives in another authority goes two ways: needs first, money second', async () => {
  const id = await referBriefly(site, school, await child({ home: 'wold-city' }))

  expect(await routed(id)).toMatchObject({ route: 'other-authority', route_rule: 'RTE-01, OOA-03' })
})

test('A school that has left still sends its children to its last partnership', async () => {
  await site.admin.query(
    `update partnership_member set left_on = '2026-10-31', how_left = 'withdrew' where school_id = $1`,
    [wilfrids],
  )
  const leaver = await signedIn(await member('school-dsl', wilfrids))
  const id = await referBriefly(site, leaver, await child({ school: wilfrids }))

  expect((await routed(id)).responsible_partnership_id).toBe(hbep)
  await coordinator.visit(`/cases/${id}`)
  expect(coordinator.text).toContain('The school has left Harbour Bay Education Partnership')
})

test('Bad input: where no partnership can be found nothing is sent and nothing is lost', async () => {
  const lonely = await organisation('school', 'Lonely Marsh School')
  const browser = await signedIn(await member('school-dsl', lonely))
  const pupil = await child({ school: lonely })
  await browser.visit(`/referrals/new?child=${pupil}`)
  await browser.press('Start the referral')
  const id = browser.url.split('/')[2] ?? ''
  for (const question of ['roll', 'special-needs', 'care', 'admission']) {
    await browser.visit(`/referrals/${id}/gate/${question}`)
    if (question === 'admission')
      browser.choose('The child was not admitted in the course of this school year')
    await browser.press('Continue')
  }
  await fillPast(site, id)
  await browser.visit(`/referrals/${id}/check`)
  expect(browser.text).toContain('We cannot tell which partnership is responsible')
  browser.tick('The parents know that we share this, or we have a recorded reason not to tell them')
  await browser.press('Send the referral')

  expect(browser.status).toBe(409)
  expect(browser.wholeText).toContain('Nothing you wrote is lost')
  expect(await routed(id)).toMatchObject({ status: 'draft', strengths: 'Cooking' })
})

test('What becomes known later shows another way, which the co-ordinator takes', async () => {
  const pupil = await child({ specialNeeds: 'sen-support' })
  const id = await referBriefly(site, school, pupil)
  await coordinator.visit(`/cases/${id}`)
  expect(coordinator.buttons).not.toContain('Send the case this way')

  await site.admin.query(`update special_needs set to_on = '2026-11-16' where child_id = $1`, [
    pupil,
  ])
  await learn('special_needs', {
    child_id: pupil,
    status: 'ehcp',
    maintaining_authority: 'fennshire',
    from_on: '2026-11-17',
    source: 'SENA',
  })
  await coordinator.visit(`/cases/${id}`)
  expect(coordinator.text).toContain('By the rules the case now goes another way: Annual review')
  await coordinator.press('Send the case this way')
  expect(await routed(id)).toMatchObject({ route: 'annual-review', waiting_for: 'school' })
  expect((await school.visit(`/cases/${id}`)).buttons).not.toContain('Send the case this way')
})

test('Education after an exclusion is recorded by the excluding school, and the breach goes', async () => {
  const excluded = await child()
  await insert('exclusion', {
    id: newId(),
    child_id: excluded,
    school_id: larkfield,
    kind: 'permanent',
    from_on: '2026-11-02',
  })
  const id = await referBriefly(site, school, excluded)
  await coordinator.visit(`/cases/${id}`)
  expect(coordinator.text).toContain('Not met Education should have been in place by')

  await school.visit(`/cases/${id}`)
  await school.follow('Education after the exclusion')
  await school.fillDate('from', '2026-11-01').press('Save')
  expect(school.text).toContain('Education began after the exclusion')
  await school.fillDate('from', '2026-11-09').press('Save')
  await site.runJobs()
  await coordinator.visit(`/cases/${id}`)
  expect(coordinator.text).not.toContain('Not met')
})
