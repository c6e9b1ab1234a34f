import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-03' })
const { organisation, member, signedIn, partnership, insert, authority } = world(site)

await authority()
await insert('term', {
  id: newId(),
  name: 'Autumn',
  starts_on: '2026-09-02',
  ends_on: '2026-12-18',
})
const hbep = await partnership('Harbury Partnership', ['Elm School', 'Oak School'])
const team = await organisation('team', 'School Admissions', 'admissions')
const coordinator = await member('coordinator', hbep.id)
const admissions = await member('admissions', team)

/** A child whom Admissions has entered, on no roll. */
async function unplacedChild(
  standing: { needs?: string; care?: string } = { needs: 'none', care: 'never-looked-after' },
) {
  const id = await insert('child', {
    id: newId(),
    forename: 'Ben',
    surname: 'Example',
    search_name: 'ben example',
    birth_date: '2013-05-01',
    created_by_organisation_id: team,
  })
  if (standing.needs)
    await insert('special_needs', {
      id: newId(),
      child_id: id,
      status: standing.needs,
      from_on: '2024-09-01',
      source: 'school',
    })
  if (standing.care)
    await insert('care_status', {
      id: newId(),
      child_id: id,
      status: standing.care,
      from_on: '2024-09-01',
      source: 'school',
    })
  return id
}

async function fill(child: string) {
  const browser = await signedIn(admissions)
  await browser.visit(`/fair-access/new/${child}`)
  browser
    .choose('(j) Refused a place because of challenging behaviour (paragraph 3.10)')
    .fill('What shows it?', 'Letter of refusal of 20 October')
    .choose('Yes')
    .fill('Which schools were asked, and when?', 'Elm and Oak, in October')
    .choose('Partnership', 'Harbury Partnership')
    .fill('What should the panel know?', 'Wants to start soon')
  return browser
}

test('Admissions refers a child; the co-ordinator asks the adviser, and finds the criteria met', async () => {
  const child = await unplacedChild()
  const browser = await fill(child)
  await browser.press('Save and check')
  expect(browser.heading).toContain('Check the referral before you send it')
  await browser.press('Send the referral')
  expect(browser.text).toContain('Referral sent')
  const reference = /R-\d+/.exec(browser.text)?.[0] ?? ''

  const other = await signedIn(coordinator)
  await other.visit('/')
  expect(other.text).toContain('Check the Fair Access criteria')
  await other.visit('/inbox')
  await other.follow('Ben Example')
  await other.follow('Check the criteria')
  await other.press('Save')
  expect(other.status).toBe(422)
  expect(other.text).toContain('Choose whether the criteria are met')
  other
    .choose('I am in doubt')
    .fill('Why, or what is in doubt?', 'Is an independent school’s refusal enough?')
  await other.press('Save')
  expect(other.text).toContain('The Fair Access adviser has been asked')

  await browser.visit('/')
  await browser.follow('Advise on the Fair Access criteria')
  browser.fill('Your answer', 'Yes, paragraph 3.10 does not ask which school')
  await browser.press('Send the answer')
  await other.visit(other.url)
  await other.follow('Check the criteria')
  expect(other.text).toContain('Yes, paragraph 3.10 does not ask which school')
  other.choose('Yes').fill('Why, or what is in doubt?', 'As the adviser says')
  await other.press('Save')
  expect(other.text).toContain('The child is yours until on roll')

  await other.follow('Fair Access')
  expect(other.text).toContain('20 left')
  const { rows } = await site.admin.query('select status from referral where reference = $1', [
    reference.slice(2),
  ])
  expect(rows[0].status).toBe('accepted')
})

test('What is missing is said, and nothing that was written is lost', async () => {
  const browser = await signedIn(admissions)
  await browser.visit(`/fair-access/new/${await unplacedChild()}`)
  browser.fill('What should the panel know?', 'Kept while the rest is mended')

  await browser.press('Save and check')

  expect(browser.status).toBe(422)
  expect(browser.text).toContain('Choose the category')
  expect(browser.text).toContain('Kept while the rest is mended')
})

test.each([
  ['an EHCP', { needs: 'ehcp', care: 'never-looked-after' }, 'the plan names the school'],
  [
    'a care order',
    { needs: 'none', care: 'looked-after' },
    'the Virtual School and Admissions secure the place',
  ],
  [
    'nothing recorded about needs',
    { care: 'never-looked-after' },
    'Record first whether the child has special educational needs',
  ],
])('A child with %s is not referred under the protocol', async (_, standing, words) => {
  const browser = await fill(await unplacedChild(standing))
  await browser.press('Save and check')
  expect(browser.text).toContain(words)

  await browser.press('Send the referral')

  expect(browser.status).toBe(409)
  expect(browser.text).toContain(words)
})

test('A school cannot refer under the protocol', async () => {
  const school = await signedIn(await member('school-referrer', hbep.schools[0] ?? ''))
  await school.visit(`/fair-access/new/${await unplacedChild()}`)

  expect(school.status).toBe(403)
})
