import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { organisation, member, signedIn, partnership, insert, authority, as } = world(site)
await authority()
await insert('term', {
  id: newId(),
  name: 'Autumn',
  starts_on: '2026-09-02',
  ends_on: '2026-12-18',
})
const council = await organisation('authority', 'Fennshire County Council')
const admissions = await organisation('team', 'School Admissions', 'admissions')
const hbep = await partnership('Harbury Partnership', ['Elm School', 'Oak School'])
const steward = await member('data-steward', council, { name: 'Stella Steward' })
const coordinator = await member('coordinator', hbep.id)
const elsewhere = await member('coordinator', (await partnership('Another partnership')).id)
const officer = await member('finance', await organisation('team', 'Finance', 'finance'))

/** A Fair Access case accepted on 28 October and listed for 20 November: within the 20 school days of the Code. */
async function acceptedCase() {
  const child = await insert('child', {
    id: newId(),
    forename: 'Ada',
    surname: 'Example',
    search_name: 'ada example',
    birth_date: '2013-03-15',
    created_by_organisation_id: admissions,
  })
  const referral = await insert('referral', {
    id: newId(),
    kind: 'fair-access',
    status: 'accepted',
    child_id: child,
    referring_organisation_id: admissions,
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
  const meeting = await insert('meeting', {
    id: newId(),
    partnership_id: hbep.id,
    starts_at: '2026-11-20T10:00:00Z',
    ends_at: '2026-11-20T12:00:00Z',
    place: 'Online',
  })
  await insert('agenda_item', {
    id: newId(),
    meeting_id: meeting,
    referral_id: referral,
    position: 1,
  })
  return referral
}
const referral = await acceptedCase()
const job = async (name: string, payload: unknown = {}) =>
  site.site.jobs
    .find(each => each.name === name)
    ?.work(payload, {
      db: site.db,
      log: site.site.log,
      now: site.site.now,
      secret: site.site.secret,
    })
await job('re-evaluate-all')
const openRules = async () =>
  (
    await site.admin.query(
      `select rule, level from finding where referral_id = $1 and superseded_at is null order by rule, level`,
      [referral],
    )
  ).rows.map(({ rule, level }) => `${rule} ${level}`)

test('A change of a number is previewed, made, and moves the findings', async () => {
  expect(await openRules()).toContain('FA-03 info')
  const browser = await signedIn(steward)
  await browser.visit('/administration/parameters')
  await browser.follow('Fair Access allocation')
  expect(browser.text).toContain('20 (school days')
  expect(browser.text).toContain('Applies now')

  browser.fill('New value', 'ten').fill('Where it is written', 'Minutes of the board')
  await browser.press('See what it would change')
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('Enter a number')
  expect(browser.text).toContain('Say why it is changed')

  browser
    .fill('New value', '10')
    .fill('Why it is changed', 'Children wait too long')
    .fillDate('from', '2026-10-01')
  await browser.press('See what it would change')
  expect(browser.text).toContain('What it would change is being worked out')
  expect(browser.buttons).not.toContain('Make the change')
  await site.runJobs()

  await browser.follow('Look again')
  expect(browser.text).toContain('Worked out over one open case as on 17 November 2026')
  expect(browser.text).toMatch(/Would appear.*FA-03.*Check.*Would vanish.*FA-03.*To know/)
  expect(await openRules()).toContain('FA-03 info')
  await browser.press('Make the change')
  expect(browser.text).toContain('Findings follow within moments')
  expect(browser.text).toMatch(
    /10 \(school days.*1 October 2026.*Minutes of the board.*Applies now/,
  )
  expect(browser.text).toMatch(/20 \(school days.*1 September 2021.*Superseded/)
  await site.runJobs()

  expect(await openRules()).toContain('FA-03 warning')
  expect(await openRules()).not.toContain('FA-03 info')
  const reader = await signedIn(coordinator)
  await reader.visit('/rules/FA-03')
  expect(reader.text).toContain('Children wait too long')
  expect(reader.text).toMatch(/Open findings on records you may see \([1-9]/)
  const outsider = await signedIn(elsewhere)
  await outsider.visit('/rules/FA-03')
  expect(outsider.text).toContain('Open findings on records you may see (0)')
})

test('Planned law is switched on from a day, and a value can be thought better of', async () => {
  const browser = await signedIn(steward)
  await browser.visit('/administration/parameters/P-SECTION-92')
  browser
    .choose('Yes')
    .fillDate('from', '2027-04-01')
    .fill('Where it is written', 'Commencement regulations')
    .fill('Why it is changed', 'In force')
  await browser.press('See what it would change')
  await site.runJobs()
  await browser.follow('Look again')
  expect(browser.text).toContain('as on 1 April 2027')
  expect(browser.text).toContain('No finding on any open case would appear, change or vanish')
  await browser.press('Discard it')
  expect(browser.text).toContain('The new value was discarded')
  await browser.visit('/rules/ILL-05')
  expect(browser.text).not.toContain('Commencement regulations')
})

test('Where sources disagree the authority chooses its reading, sees beforehand what it changes, and the rules follow', async () => {
  const elm = hbep.schools[0] ?? ''
  const home = (await partnership('Home Partnership')).id
  const child = await insert('child', {
    id: newId(),
    forename: 'Ben',
    surname: 'Example',
    search_name: 'ben example',
    birth_date: '2013-03-15',
    created_by_organisation_id: elm,
  })
  await insert('enrolment', {
    id: newId(),
    child_id: child,
    school_id: elm,
    kind: 'current',
    from_on: '2026-11-02',
  })
  await insert('child_address', {
    id: newId(),
    child_id: child,
    home_area_id: home,
    authority_source: 'stated',
    from_on: '2026-11-02',
  })
  const disputed = await insert('referral', {
    id: newId(),
    kind: 'school',
    status: 'accepted',
    child_id: child,
    referring_organisation_id: elm,
    responsible_partnership_id: hbep.id,
    submitted_at: '2026-11-16T09:00:00Z',
    accepted_at: '2026-11-16T10:00:00Z',
    reason: 'Needs help',
  })
  await insert('responsibility_dispute', {
    id: newId(),
    referral_id: disputed,
    raised_by_id: hbep.id,
    with_id: home,
    reason: 'A few weeks',
    opened_on: '2026-11-16',
    case_reference: 1,
  })
  await site.runJobs()
  const whoAnswers = async () =>
    (
      await site.admin.query(
        `select "values" ->> 'partnership' as who from finding where referral_id = $1 and rule = 'RTE-04' and superseded_at is null`,
        [disputed],
      )
    ).rows.map(({ who }) => who)
  expect(await whoAnswers()).toEqual([hbep.id])

  const browser = await signedIn(steward)
  await browser.visit('/rules/RTE-04')
  expect(browser.text).toContain('It could also apply: The partnership of the home address answers')
  await browser.follow('Choose this authority’s reading')
  await browser.press('See what it would change')
  expect(browser.text).toContain('Say why')
  browser
    .choose('The partnership of the home address answers')
    .fill('Why', 'Our partnerships agreed so.')
  await browser.press('See what it would change')
  await site.runJobs()
  await browser.follow('Look again')
  expect(browser.text).toMatch(/Would say something else.*RTE-04/)
  expect(await whoAnswers()).toEqual([hbep.id])
  await browser.press('Make the change')
  await site.runJobs()

  expect(await whoAnswers()).toEqual([home])
  await browser.visit('/rules/RTE-04')
  expect(browser.text).toContain('The rule applies: The partnership of the home address answers')
  expect(browser.text).toContain('Our partnerships agreed so. (Stella Steward')
})

test('A reading of several numbers is made or discarded as one', async () => {
  const browser = await signedIn(steward)
  await browser.visit('/administration/readings/C-02')
  browser
    .choose('Hours alone: more than 18 a week')
    .fill('Why', 'Hours are what the Department counts.')
  await browser.press('See what it would change')
  await site.runJobs()
  await browser.follow('Look again')
  await browser.press('Discard it')
  await browser.visit('/rules/ILL-01')
  expect(browser.text).toContain('The rule applies: Both tests run')

  await browser.visit('/administration/readings/C-01')
  browser
    .choose('Four already counts as the law’s five would')
    .fill('Why', 'We would rather know early.')
  await browser.press('See what it would change')
  await site.runJobs()
  await browser.follow('Look again')
  await browser.press('Make the change')
  expect(browser.text).toContain('The rule applies: Four already counts as the law’s five would')
})

test('A reading that nothing can be worked out from is recorded for people to read, and the card says why', async () => {
  const browser = await signedIn(steward)
  await browser.visit('/rules/FA-06')
  expect(browser.text).toContain(
    'No other reading can be worked out: The readings differ in numbering alone.',
  )
  await browser.follow('Record this authority’s reading')
  await browser.press('Record the reading')
  expect(browser.text).toContain('Say why')
  browser
    .fill('How this authority reads it', 'We number our own steps.')
    .fill('Why', 'Two fives confuse.')
  await browser.press('Record the reading')
  expect(browser.text).toContain('This authority reads it so: We number our own steps.')
})

test.each([
  ['a co-ordinator', coordinator],
  ['a finance officer', officer],
])('%s cannot change numbers, by page or at the database', async (_, person) => {
  const browser = await signedIn(person)
  for (const path of [
    '/administration/parameters',
    '/administration/parameters/P-FA-ALLOC',
    '/administration/readings/C-01',
  ])
    expect((await browser.visit(path)).status).toBe(403)
  await expect(
    as(person, tx =>
      tx
        .insertInto('rule_parameter')
        .values({
          id: newId(),
          parameter: 'P-FA-ALLOC',
          value: '1',
          from_on: '2026-01-01' as never,
          source: 'x',
          why: 'x',
          proposed_by: person.userId,
          proposed_at: new Date(),
        })
        .execute(),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('At the database no value counts before its preview, none is edited, and none is signed for another', async () => {
  const id = newId()
  const row = {
    id,
    parameter: 'P-FA-ALLOC',
    value: '1',
    from_on: '2026-01-01' as never,
    source: 'x',
    why: 'x',
    proposed_by: steward.userId,
    proposed_at: new Date(),
  }
  await as(steward, tx => tx.insertInto('rule_parameter').values(row).execute())
  const make = (made_by: string) =>
    as(steward, tx =>
      tx
        .updateTable('rule_parameter')
        .set({ made_by, made_at: new Date() })
        .where('id', '=', id)
        .executeTakeFirst(),
    )
  await expect(make(steward.userId)).rejects.toThrow(/check constraint/)
  await job('preview-parameter', { proposal: id })
  await expect(make(coordinator.userId)).rejects.toThrow(/row-level security/)
  for (const change of [`value = '2'`, `from_on = '2020-01-01'`, `preview = '{}'`])
    await expect(
      as(steward, tx => sql.raw(`update onroll.rule_parameter set ${change}`).execute(tx)),
    ).rejects.toThrow(/permission denied/)
  await make(steward.userId)
  expect((await make(steward.userId)).numUpdatedRows).toBe(0n)
  await expect(
    as(steward, tx => sql`delete from onroll.rule_parameter`.execute(tx)),
  ).rejects.toThrow(/permission denied/)
})
