import { expect, test } from 'vitest'
import { isoDate, londonDay } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { removalGrounds } from '#rules/data/removal-grounds.ts'
import type { Facts, ManagedMove, Pupil, Removal } from '#rules/facts.ts'
import type { Finding } from '#rules/finding.ts'
import { allScenarios, factsOf } from '#rules/scenario-files.ts'
import { complaints, type Expected, type Scenario } from '#rules/scenarios.ts'
import { testSite } from '#testing/site.ts'
import { type Member, world } from '#testing/world.ts'

// The worked cases of the areas MMV and ROL: their children are set as a scene, what a school says of a move or a removal
// is typed into the pages, and what the rules then say must be what the case expects.
const site = await testSite({ today: '2026-11-20' })
const { insert, organisation, member, signedIn, authority } = world(site)
await authority('leicestershire', 'Leicestershire County Council')
const purposes = { 'avoid-permanent-exclusion': 'To avoid a permanent exclusion' }
const base = factsOf({ id: '', title: '', source: [], extends: ['base'], facts: {}, expect: {} })
for (const { start, end } of base.calendar?.terms ?? [])
  await insert('term', { id: newId(), name: 'Term', starts_on: start, ends_on: end })
for (const on of base.calendar?.closures ?? [])
  await insert('closure', { id: newId(), on, reason: 'Closed' })

const moving = ['D-01', 'D-02', 'D-03', 'H-09', 'H-10', 'X-03', 'X-132', 'X-161', 'X-51', 'X-91']
// A trial goes to nobody, so nobody can agree to it: of these cases only what they find is compared.
const trials = ['D-04', 'X-92a', 'X-92b']
const removing = ['D-13', 'D-14', 'D-15', 'D-16', 'D-17', 'D-18', 'D-19', 'X-120a', 'X-120b']
const more = ['X-72', 'X-73', 'X-121a', 'X-121b', 'X-216']
const entering = ['B-13', 'B-14', 'X-74a', 'X-74b']

test.each([...moving, ...trials, ...removing, ...more, ...entering])('%s', async id => {
  const scenario = allScenarios().find(each => each.id === id)
  if (!scenario) throw new Error(`No case ${id}`)
  const facts = factsOf(scenario)
  const scene = await setScene(facts)
  if (entering.includes(id)) await enter(scene, facts)
  else if (facts.managedMoves?.[0]) await move(scene, facts, facts.managedMoves[0])
  else if (facts.removals?.[0]) await remove(scene, facts, facts.removals[0])
  site.setToday(dayOf(facts))
  await site.runJobs()
  const found = await findingsOf(scene)
  expect(complaints(about(scenario), found)).toEqual([])
})

/** What the case says of moves and removals; other areas have journeys of their own. */
function about({ id, expect: { findings = [], absent = [] } }: Scenario): Scenario['expect'] {
  const ours = ({ rule }: Expected) => rule === undefined || /^(MMV|ROL)/.test(String(rule))
  return { findings: findings.filter(ours), absent: trials.includes(id) ? [] : absent.filter(ours) }
}

interface Scene {
  readonly child: string
  readonly pupil: Pupil
  readonly school: string
  readonly other: string
  readonly dsl: Member
  readonly receiver: Member
  readonly parents: readonly { readonly name: string; readonly id: string; readonly of: string }[]
}

async function setScene(facts: Facts): Promise<Scene> {
  const pupil = facts.pupils?.find(({ id }) => id === 'p1')
  if (!pupil) throw new Error('The case has no child')
  const [school, other] = [await organisation('school'), await organisation('school')]
  const child = newId()
  await insert('child', {
    id: child,
    forename: 'Robin',
    surname: 'Sample',
    search_name: 'robin sample',
    birth_date: pupil.birthDate ?? '2013-03-15',
    created_by_organisation_id: school,
  })
  if (!pupil.rolls?.some(({ enteredDate }) => enteredDate))
    await insert('enrolment', {
      id: newId(),
      child_id: child,
      school_id: school,
      kind: 'current',
      from_on: '2024-09-02',
      year_group: pupil.yearGroup ?? null,
    })
  if (pupil.send?.status)
    await insert('special_needs', {
      id: newId(),
      child_id: child,
      status: pupil.send.status,
      maintaining_authority: pupil.send.status === 'ehcp' ? 'leicestershire' : null,
      from_on: '2024-09-02',
      source: 'school',
    })
  const parents = (pupil.parents ?? []).map(({ id }, at) => ({
    id: newId(),
    name: `Parent ${at + 1}`,
    of: id,
  }))
  for (const parent of parents)
    await insert('contact', {
      id: parent.id,
      child_id: child,
      name: parent.name,
      relationship: 'Parent',
      parental_responsibility:
        pupil.parents?.find(({ id }) => id === parent.of)?.parentalResponsibility ?? null,
    })
  const [dsl, receiver] = [
    await member('school-dsl', school),
    await member('school-referrer', other),
  ]
  return { child, pupil, school, other, dsl, receiver, parents }
}

async function move(
  { child, school, other, dsl, receiver, parents }: Scene,
  facts: Facts,
  it: ManagedMove,
) {
  site.setToday(dayOf(facts))
  const page = await signedIn(dsl)
  await page.visit(`/children/${child}/moves/new`)
  page
    .choose('Receiving school', await nameOf(other))
    .fillDate('startOn', it.start ?? '')
    .choose(it.trial ? 'No, the child is to try the other school first' : 'Yes, from the first day')
    .fill('Version of the managed move protocol (optional)', it.protocolVersion ?? '')
    .chooseIn(
      'Has anybody told the family that the child will be excluded otherwise?',
      it.pressureReported ? 'Yes, or the family says so' : 'No',
    )
  if (it.trial && it.end) page.fillDate('trialEndOn', it.end)
  const purpose = purposes[it.purpose as keyof typeof purposes]
  if (purpose) page.choose(purpose)
  await page.press('Propose the move')
  const at = page.url
  expect(at).toMatch(/^\/moves\/[0-9a-f-]{36}$/)
  if (it.authorityDecisionDate) {
    await page.follow('Record the authority’s decision on the EHCP')
    await page.fillDate('onDay', it.authorityDecisionDate).press('Save the decision')
  }
  if (it.trial) return
  const answer = async (who: Member, party: string, agreed: boolean | undefined) => {
    if (agreed === undefined) return
    const browser = await signedIn(who)
    await browser.visit(`${at}/consents/${party}`)
    browser.choose(agreed ? 'Yes' : 'No').fill('How did they say so?', 'At a meeting')
    if (!agreed) browser.fill('Why not?', 'The child is settled.')
    await browser.press('Record the answer')
    expect(browser.text).toContain('The answer is recorded')
  }
  for (const { person, agreed } of it.parentConsents ?? [])
    await answer(dsl, parents.find(({ of }) => of === person)?.id ?? '', agreed)
  await answer(dsl, school, it.fromSchoolAgrees)
  await answer(receiver, other, it.toSchoolAgrees)
}

async function remove({ child, dsl }: Scene, facts: Facts, it: Removal) {
  site.setToday(it.deletionDate ?? dayOf(facts))
  const page = await signedIn(dsl)
  await page.visit(`/children/${child}/roll`)
  await page.follow('Take off the roll')
  page.choose(groundLabel(it.ground ?? ''))
  for (const [name, date] of [
    ['newSchoolOn', it.newSchoolConfirmedDate],
    ['parentNoticeOn', it.parentNoticeDate],
    ['enquiriesOn', it.enquiriesCompletedDate],
  ] as const)
    if (date) page.fillDate(name, date)
  if (it.sicknessBelieved !== undefined)
    page.chooseIn(
      'Is there reason to believe that the child is sick, or cannot come for another cause?',
      it.sicknessBelieved ? 'Yes' : 'No',
    )
  const support = facts.programmes?.find(
    ({ reason }) => reason === 'anxiety' || reason === 'illness',
  )
  if (support) page.choose(`Yes, for ${support.reason}`).fillDate('supportFrom', support.start)
  await page.press('See what the rules say')
  const at = page.url
  for (const run of facts.attendance?.filter(({ pupil }) => pupil === it.pupil) ?? []) {
    await page.visit(`${at}/absences`)
    page
      .fillDate('fromOn', run.from)
      .fillDate('toOn', run.to)
      .fill('Code in the register', run.code)
      .choose(run.session ? `${run.session === 'morning' ? 'Morning' : 'Afternoon'} only` : 'Both')
    await page.press('Add these days')
  }
  if (!it.deletionDate) return
  await page.visit(`${at}/make`)
  await page.press('Delete the name')
  expect(page.text).toContain('Admissions has been told')
  if (!it.returnDate) return
  site.setToday(it.returnDate)
  await page.visit(`${at}/return`)
  await page.fillDate('onDay', it.returnDate).press('Save')
}

async function enter({ child, pupil, dsl }: Scene, facts: Facts) {
  const roll = pupil.rolls?.[0]
  const entered = roll?.enteredDate ?? ''
  site.setToday(entered)
  const page = await signedIn(dsl)
  await page.visit(`/children/${child}/roll/add`)
  await page.fillDate('rollFrom', entered).press('Add to the roll')
  if (!roll?.newPupilReturnDate) return
  site.setToday(roll.newPupilReturnDate <= dayOf(facts) ? dayOf(facts) : roll.newPupilReturnDate)
  await page.follow('Record the new-pupil return')
  await page.fillDate('onDay', roll.newPupilReturnDate).press('Save')
  expect(page.text).toContain('The return is recorded')
}

/** What is stored of the child, in the ids of the case. */
async function findingsOf({ child, school, other }: Scene): Promise<Finding[]> {
  const { rows } = await site.admin.query(
    `select rule, subject_type, level, basis, blocks, message, due, overdue_days, "values" from finding
      where child_id = $1 and superseded_at is null`,
    [child],
  )
  const words: Record<string, string> = { [school]: 'h01', [other]: 'h05' }
  const ids: Record<string, string> = { 'managed-move': 'mm1', removal: 'rm1', pupil: 'p1' }
  return rows.map(row => ({
    rule: row.rule,
    subject: { type: row.subject_type, id: ids[row.subject_type] ?? '' },
    level: row.level,
    basis: row.basis,
    blocks: row.blocks,
    message: row.message,
    ...(row.due ? { due: row.due } : {}),
    ...(row.overdue_days ? { overdueDays: row.overdue_days } : {}),
    values: Object.fromEntries(
      Object.entries(row.values).map(([key, value]) => [key, words[String(value)] ?? value]),
    ),
  })) as Finding[]
}

const nameOf = async (id: string) =>
  (await site.admin.query('select name from organisation where id = $1', [id])).rows[0].name

const groundLabel = (key: string) => {
  const ground = removalGrounds.find(each => each.key === key)
  return ground ? `${ground.statement} (${ground.letter})` : 'Has stopped attending'
}

const dayOf = ({ asOf }: Facts) => (asOf.length === 10 ? isoDate(asOf) : londonDay(new Date(asOf)))
