import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { dayAfter, placedChild, wednesday } from '#testing/placed-child.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: wednesday })
const scene = await county(site)
const { insert, member, organisation, signedIn, as, hbep, larkfield, thornbury } = scene
const { caseOf } = placing(site, scene, '2026-09-10')
const coordinator = await member('coordinator', hbep, { name: 'Cora Ordinator' })
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge, { name: 'Mona Manager' })
const dsl = await member('school-dsl', larkfield)

const placed = async (forename: string, more: object = {}) => {
  const { id } = await caseOf({ forename })
  return placedChild(site, insert, {
    child: id,
    commissioner: hbep,
    provider: forge,
    madeBy: coordinator.userId,
    ...more,
  })
}
const ada = await placed('Ada')
const plan = `/placements/${ada.placement}/plan`

test('A plan is written, agreed by the provider in writing, and then only followed by another', async () => {
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${ada.placement}`)
  await page.follow('Individual plan')
  expect(page.text).toContain('There is no plan yet')
  await page.follow('Begin the plan')
  await page
    .fill('Where the child is now', 'Reads at 9 years, attends 61%')
    .fill('Who is the link at the home school?', 'Lena Link, SENCO')
    .choose('Yes')
    .press('Save')
  expect(page.text).toContain('Still to be said: by when')
  expect(page.text).toContain('how readiness to return is judged')
  await page.follow('Write the plan')
  await page
    .fill('By when', 'By Easter')
    .fill('How progress is assessed and followed', 'Each half-term, by the tutor')
    .fill('How we judge that the child is ready to return', 'Three weeks at 95%')
    .fill('The school’s support for the return', 'A mentor for six weeks')
    .press('Save')
  await page.follow('Add an objective')
  await page.press('Add the objective')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Say how one can tell that it is reached')
  await page
    .choose('Academic')
    .fill('What is to be reached?', 'Read at the level of the year')
    .fill('How can one tell?', 'A reading age of 12 in the test of the provider')
    .fillDate('target_on', '2027-03-25')
    .press('Add the objective')

  const provider = await signedIn(manager)
  await provider.visit(`/placed/${ada.placement}/plan`)
  expect(provider.text).toContain('There is no plan to read yet')

  await page.press('Ask the provider to agree')
  expect(page.text).toContain('Waits for the provider’s agreement')
  await page.visit(`${plan}/edit`)
  await page.fill('By when', 'By summer').press('Save')
  expect(page.status).toBe(409)

  await provider.visit(`/placed/${ada.placement}`)
  await provider.follow('Individual plan and progress')
  expect(provider.text).toContain('Three weeks at 95%')
  await provider.press('We agree to this plan')
  expect(provider.text).toContain('You have agreed')
  await provider.follow('Note progress')
  await provider
    .choose('On track')
    .fill('What shows it? (optional)', 'Test of November')
    .press('Save')
  expect(provider.text).toContain('On track')

  // What was given as a whole stands in the register, and what was told of the record stays as it was.
  await page.visit(`/placements/${ada.placement}/shared`)
  expect(page.text).toContain('The individual plan, as a whole In Onroll')

  await page.visit(plan)
  expect(page.text).toContain('Agreed with the provider')
  expect(page.text).toContain('Mona Manager')
  await page.follow('Make a new version')
  await page
    .fill('By when', 'By summer')
    .fill('Why is there a new version? (optional)', 'Longer than thought')
    .press('Save')
  expect(page.text).toContain('Until then version 1 holds')
  await page.follow('Drop')
  await page.fill('Why is it dropped?', 'Reached').press('Drop the objective')
  expect(page.text).toContain('Still to be said: at least one objective')
  await page.follow('Version 1')
  expect(page.text).toContain('By Easter')
  expect(page.text).toContain('Read at the level of the year')
})

test('Reviews come at least each half-term, with attendees and progress', async () => {
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${ada.placement}/reviews`)
  expect(page.text).toContain('No review is planned')
  expect(page.text).toContain('at least one each half-term')
  await page.press('Plan the review')
  expect(page.text).toContain('The review is planned')
  await page.follow('Record this review')
  await page.press('Record the review')
  expect(page.text).toContain('Say who was there')
  await page
    .fill('Who was there?', 'Ada, her mother, Lena Link, Mona Manager')
    .chooseIn('Did the child take part?', 'Yes')
    .fill('Attainment, on a par with mainstream', 'Reading age 10')
    .choose('How does it stand: Read at the level of the year', 'Some progress')
    .chooseIn('What comes of it?', 'The placement goes on as it is')
    .press('Record the review')
  expect(page.text).toContain('The review is recorded')
  expect(page.text).toContain('Reading age 10')
  expect(page.text).not.toContain('No review is planned')
  await page.visit(plan)
  await page.follow('Version 1')
  expect(page.text).toContain('Some progress')
})

test('Contacts are noted by both sides, and a provider reads its own only', async () => {
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${ada.placement}/contacts`)
  await page
    .choose('Visit')
    .fill('With whom?', 'Mona Manager')
    .fill('What came of it? (optional)', 'Worried about the workshop')
    .press('Note the contact')
  expect(page.text).toContain('Worried about the workshop')
  const provider = await signedIn(manager)
  await provider.visit(`/placed/${ada.placement}/contacts`)
  expect(provider.text).not.toContain('workshop')
  await provider.choose('Call').fill('With whom?', 'Her mother').press('Note the contact')
  expect(provider.text).toContain('Her mother')
  await page.visit(`/placements/${ada.placement}/contacts`)
  expect(page.text).toContain('Her mother')
})

test('The child says what they think by a link and a code, and the provider never reads it', async () => {
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${ada.placement}/pupil-view`)
  await page.press('Make a link for the child’s phone')
  const [, token = ''] = /\/your-view\/([\w-]{43})/.exec(page.text) ?? []
  const [, code = ''] = /Code ([A-Z0-9]{6})/.exec(page.text) ?? []
  expect(code).toHaveLength(6)

  const phone = site.browser()
  // A mail scanner looks at everything, and uses nothing up.
  for (let times = 0; times < 5; times++) await phone.visit(`/your-view/${token}`)
  expect(phone.wholeText).not.toMatch(/Ada|Forge/)
  expect(phone.wholeText).toContain('Exit this page')
  await phone.visit(`/your-view/${token}/questions`)
  expect(phone.text).toContain('Your code')
  await phone.fill('Your code', 'WRONG1').press('Go on')
  expect(phone.status).toBe(422)
  expect(phone.wholeText).not.toMatch(/Ada|Forge/)
  await phone.fill('Your code', code.toLowerCase()).press('Go on')
  expect(phone.text).toContain('Hello Ada')
  await phone.press('Send what I think')
  expect(phone.text).toContain('Answer at least one question')
  await phone
    .chooseIn('Do you feel safe there?', 'Not safe')
    .fill('What would you change?', 'Nobody shouts')
    .press('Send what I think')
  expect(phone.text).toContain('Childline')
  await phone.visit(`/your-view/${token}`)
  await phone.fill('Your code', code).press('Go on')
  expect(phone.status).toBe(422)

  await site.runJobs()
  const { rows } = await site.admin.query(
    `select address, subject || body as words from message where kind like 'child’s view%'`,
  )
  expect(rows.map(({ address }) => address)).toContain(dsl.email)
  expect(rows.map(({ words }) => words).join()).not.toMatch(/Ada|shouts|safe/)
  await page.visit(`/placements/${ada.placement}/pupil-view`)
  expect(page.text).toContain('Nobody shouts')
  const seen = await as(manager, async tx => [
    ...(await tx.selectFrom('pupil_view').select('id').execute()),
    ...(await tx.selectFrom('pupil_link').select('id').execute()),
    ...(await tx.selectFrom('placement_closing').select('placement_id').execute()),
  ])
  expect(seen).toEqual([])
  const provider = await signedIn(manager)
  await provider.visit(`/placements/${ada.placement}/pupil-view`)
  expect(provider.status).toBe(403)
})

test('Five wrong codes and the link is dead, for the right one too', async () => {
  const bob = await placed('Bob')
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${bob.placement}/pupil-view`)
  await page.press('Make a link for the child’s phone')
  const link = page.url
  const [, token = ''] = /\/your-view\/([\w-]{43})/.exec(page.text) ?? []
  const [, code = ''] = /Code ([A-Z0-9]{6})/.exec(page.text) ?? []
  const phone = site.browser()
  await phone.visit(`/your-view/${token}`)
  for (let times = 0; times < 5; times++) await phone.fill('Your code', 'NOTIT').press('Go on')
  const refusal = phone.text
  await phone.fill('Your code', code).press('Go on')
  expect(phone.text).toBe(refusal)
  await phone.visit(`/your-view/${'A'.repeat(43)}`)
  await phone.fill('Your code', code).press('Go on')
  expect(phone.text).toBe(refusal)

  await site.runJobs()
  await site.runJobs()
  const { rows } = await site.admin.query(
    `select address from message where kind = 'child’s link stopped'`,
  )
  expect(rows).toEqual([{ address: coordinator.email }])
  // The page with both secrets is for ten minutes, and for who made them.
  const colleague = await signedIn(await member('coordinator', hbep))
  await colleague.visit(link)
  expect(colleague.status).toBe(404)
  site.setNow(`${wednesday}T10:11:00Z`)
  await page.visit(link)
  expect(page.status).toBe(404)
  site.setToday(wednesday)
})

test('A link that is stopped, replaced or too old opens nothing', async () => {
  const eve = await placed('Eve')
  const page = await signedIn(coordinator)
  const made = async () => {
    await page.visit(`/placements/${eve.placement}/pupil-view`)
    await page.press('Make a link for the child’s phone')
    const [, token = ''] = /\/your-view\/([\w-]{43})/.exec(page.text) ?? []
    const [, code = ''] = /Code ([A-Z0-9]{6})/.exec(page.text) ?? []
    return { token, code }
  }
  const opens = async ({ token, code }: { token: string; code: string }) => {
    const phone = site.browser()
    await phone.visit(`/your-view/${token}`)
    await phone.fill('Your code', code).press('Go on')
    return phone.text.includes('Hello Eve')
  }
  const first = await made()
  const second = await made()
  expect(await opens(first)).toBe(false)
  expect(await opens({ token: second.token, code: first.code })).toBe(false)
  expect(await opens(second)).toBe(true)
  site.setNow(`${dayAfter(8)}T10:00:00Z`)
  expect(await opens(second)).toBe(false)
  site.setToday(wednesday)
  const third = await made()
  await page.visit(`/placements/${eve.placement}/pupil-view`)
  await page.press('Stop the link')
  expect(await opens(third)).toBe(false)
  // Open in one browser when it is stopped: the answers are not taken any more.
  const fourth = await made()
  const phone = site.browser()
  await phone.visit(`/your-view/${fourth.token}`)
  await phone.fill('Your code', fourth.code).press('Go on')
  await page.visit(`/placements/${eve.placement}/pupil-view`)
  await page.press('Stop the link')
  await phone.fill('What would you change?', 'Nothing').press('Send what I think')
  expect(phone.text).toContain('Your code')
  const { rows } = await site.admin.query('select id from pupil_view where placement_id = $1', [
    eve.placement,
  ])
  expect(rows).toEqual([])
  // For a child whose address is protected no place is named.
  await insert('protected_notice', {
    child_id: eve.child,
    holder_organisation_id: larkfield,
    since: '2026-01-05',
  })
  const last = await made()
  await phone.visit(`/your-view/${last.token}`)
  await phone.fill('Your code', last.code).press('Go on')
  expect(phone.text).toContain('Hello Eve')
  expect(phone.wholeText).not.toContain('Forge')
})

test('A placement is not closed without the child’s own assessment, whoever tries', async () => {
  const cleo = await placed('Cleo')
  await site.admin.query(`update placement set status = 'ended', ended_on = $2 where id = $1`, [
    cleo.placement,
    dayAfter(-1),
  ])
  const page = await signedIn(coordinator)
  await page.visit(`/placements/${cleo.placement}/closing`)
  expect(page.text).toContain('the child’s own assessment')
  await page
    .fill('What progress did the child make?', 'Two years in reading')
    .fill('What did the child achieve?', 'Entry level 3')
    .fill('Where does the child go next?', 'Back to Larkfield')
    .press('Save the end report')
  expect(page.text).toContain(
    'Before it can be closed the record lacks: the child’s own assessment',
  )
  expect(page.buttons).not.toContain('Close the placement')
  await expect(
    as(coordinator, tx =>
      tx
        .updateTable('placement_closing')
        .set({ closed_at: new Date(), closed_by: coordinator.userId })
        .where('placement_id', '=', cleo.placement)
        .execute(),
    ),
  ).rejects.toThrow('own words')

  await page.follow('the child’s own assessment')
  await page.follow('Enter what the child said')
  await page
    .choose('On paper')
    .fill('Who helped, or brought the paper?', 'Lena Link')
    .chooseIn('How is it going there?', 'Good')
    .press('Save what the child said')
  await page.visit(`/placements/${cleo.placement}/closing`)
  await page.press('Close the placement')
  expect(page.text).toContain('The placement is closed, and its record is whole')
  await expect(
    as(coordinator, tx =>
      tx
        .updateTable('placement_closing')
        .set({ progress: 'Rewritten' })
        .where('placement_id', '=', cleo.placement)
        .execute(),
    ),
  ).rejects.toThrow('stays as it is')
})

test('Nobody agrees for the provider, rewords what was agreed, or reads another’s plan', async () => {
  await expect(
    as(coordinator, tx =>
      tx
        .updateTable('individual_plan')
        .set({
          status: 'agreed',
          provider_agreed_on: wednesday,
          provider_agreed_by: manager.userId,
        })
        .where('placement_id', '=', ada.placement)
        .where('status', '=', 'draft')
        .execute(),
    ),
  ).rejects.toThrow()
  await expect(
    as(coordinator, tx =>
      tx
        .updateTable('individual_plan')
        .set({ baseline: 'Other' })
        .where('placement_id', '=', ada.placement)
        .where('status', '=', 'agreed')
        .execute(),
    ),
  ).rejects.toThrow('not edited')
  await expect(
    as(coordinator, tx =>
      tx
        .updateTable('plan_objective')
        .set({ objective: 'Something easier' })
        .where('placement_id', '=', ada.placement)
        .execute(),
    ),
  ).rejects.toThrow('never reworded')
  const elsewhere = await placed('Dora')
  await expect(
    as(coordinator, tx =>
      tx
        .insertInto('individual_plan')
        .values({
          id: newId(),
          placement_id: elsewhere.placement,
          number: 1,
          status: 'agreed',
          provider_agreed_on: wednesday,
          provider_agreed_by: manager.userId,
          made_by: coordinator.userId,
          made_at: new Date(),
        })
        .execute(),
    ),
  ).rejects.toThrow('begins as a draft')
  // The manager reads no draft, and changes no word of what it reads.
  const drafts = await as(manager, tx =>
    tx
      .selectFrom('individual_plan')
      .select('status')
      .where('placement_id', '=', ada.placement)
      .execute(),
  )
  expect(drafts).toEqual([{ status: 'agreed' }])
  const otherManager = await member('provider-manager', await organisation('provider', 'The Mill'))
  const otherSchool = await member('school-dsl', thornbury)
  const otherCoordinator = await member(
    'coordinator',
    await organisation('partnership', 'Elsewhere'),
  )
  for (const stranger of [otherManager, otherSchool, otherCoordinator]) {
    const read = await as(stranger, async tx => [
      ...(await tx.selectFrom('individual_plan').select('id').execute()),
      ...(await tx.selectFrom('placement_review').select('id').execute()),
      ...(await tx.selectFrom('placement_contact').select('id').execute()),
      ...(await tx.selectFrom('pupil_view').select('id').execute()),
      ...(await tx.selectFrom('objective_progress').select('id').execute()),
    ])
    expect(read).toEqual([])
  }
  for (const stranger of [otherSchool, otherCoordinator]) {
    const page = await signedIn(stranger)
    for (const path of ['plan', 'reviews', 'contacts', 'pupil-view', 'closing']) {
      await page.visit(`/placements/${ada.placement}/${path}`)
      expect(page.status).toBe(404)
    }
  }
  const page = await signedIn(otherManager)
  await page.visit(`/placed/${ada.placement}/plan`)
  expect(page.status).toBe(404)
  // The school of roll reads it, and changes nothing that it does not commission.
  const school = await signedIn(dsl)
  await school.visit(plan)
  expect(school.status).toBe(200)
  expect(school.buttons).not.toContain('Ask the provider to agree')
  await school.visit(`${plan}/edit`)
  expect(school.status).toBe(404)
  await expect(
    as(dsl, tx =>
      tx
        .insertInto('pupil_view')
        .values({
          id: newId(),
          placement_id: ada.placement,
          on_day: wednesday,
          how: 'on paper',
          going: 5,
          recorded_by: dsl.userId,
          at: new Date(),
        })
        .execute(),
    ),
  ).rejects.toThrow('row-level security')
  await expect(
    as(coordinator, tx => tx.selectFrom('pupil_link').select('code_hash').execute()),
  ).rejects.toThrow('permission denied')
})
