import { expect, test } from 'vitest'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, child, larkfield, wilfrids, hbep, as } = await county(site)

async function search(browser: Awaited<ReturnType<typeof signedIn>>, who: string, born?: string) {
  await browser.visit('/children')
  browser.fill('Name, UPN or reference', who)
  if (born) browser.fillDate('birthDate', born)
  return browser.press('Search')
}

test('A school looks for a child, finds none, and starts the record', async () => {
  const school = await signedIn(await member('school-referrer', larkfield))

  await search(school, 'Zoë Smith-Jones')
  expect(school.heading).toContain('No children found')
  await school.follow('Start a new record')
  school
    .fillDate('birthDate', '2013-04-02')
    .fill('UPN, if it is known', 'K855400126001')
    .choose('Yes')
    .fillDate('rollFrom', '2024-09-02')
  await school.press('Add this child')

  expect(school.text).toContain('The record of Zoë Smith-Jones has been added')
  expect(school.text).toContain('Larkfield Academy')
  expect(school.text).toContain('Year 9')
  expect(school.url).not.toContain('Smith')
  await school.follow('Roll')
  expect(school.text).toContain('Since 2 September 2024')
})

test('A new record is started from a search, and from nowhere else', async () => {
  const school = await signedIn(await member('school-dsl', larkfield))

  await school.visit('/children/new')
  expect(school.status).toBe(404)
  await school.visit('/children/found/01990000-0000-7000-8000-000000000000/new')
  expect(school.status).toBe(404)
})

test('What was typed wrongly is said field by field, and nothing is entered', async () => {
  const school = await signedIn(await member('school-dsl', larkfield))
  await search(school, 'Nobody')
  await school.follow('Start a new record')

  school
    .fill('Forename', '')
    .fill('UPN, if it is known', 'A855400126001')
    .fillDate('birthDate', '2027-02-31')
  await school.press('Add this child')

  expect(school.status).toBe(422)
  expect(school.text).toContain('Enter the forename')
  expect(school.text).toContain('The first letter of this UPN does not fit its numbers')
  expect(school.text).toContain('must be a real date')
  await search(school, 'Nobody')
  expect(school.heading).toContain('No children found')
})

test.each([
  ['zoe smith', 'the plain spelling of an accent'],
  ['ZOË', 'capitals and one name'],
  ['Zoe\u0308 Smith', 'the accent written apart'],
  ['jones', 'half of a double-barrelled name'],
  ['smithjones', 'both halves run together'],
  ['Zoey Smyth', 'another spelling that sounds the same'],
  ['K855400126001', 'the UPN'],
  ['k8554 0012 6001', 'the UPN as people type it'],
  ['02/04/2013', 'the date of birth'],
])('She is found by “%s”: %s', async typed => {
  const school = await signedIn(await member('school-dsl', larkfield))

  await search(school, typed)

  expect(school.text).toContain('1 child found')
  expect(school.text).toContain('Zoë Smith-Jones')
})

test.each([
  ["Siobhán O'Brien-Ní Dhomhnaill", 'obrien', "Siobhán O'Brien-Ní Dhomhnaill"],
  ["Siobhán O'Brien-Ní Dhomhnaill", 'o brien', "Siobhán O'Brien-Ní Dhomhnaill"],
  ['X Æ', 'x ae', 'X Æ'],
  ['Dwi\u202ekat\u200b Prasetya', 'dwikat', 'Dwikat Prasetya'],
  [`Long ${'Wolfeschlegelstein '.repeat(9).trim()}`, 'wolfeschlegelstein', 'Wolfeschlegelstein'],
])('The name %s is kept as it is written and found by “%s”', async (name, typed, shown) => {
  const school = await signedIn(await member('school-dsl', larkfield))
  await search(school, 'nobody of that name')
  await school.follow('Start a new record')
  const [forename = '', ...rest] = name.split(' ')
  school
    .fill('Forename', forename)
    .fill('Surname', rest.join(' '))
    .fillDate('birthDate', '2012-05-06')
  school.choose('No, or not known yet')
  await school.press('Add this child')
  if (school.heading === 'Is this the same child?') await school.press('No, add a different child')

  await search(school, typed)

  expect(school.text).toContain(shown)
})

test('Twins are two children: one stops, is asked, and goes on', async () => {
  const school = await signedIn(await member('school-dsl', larkfield))
  await search(school, 'Max Smyth-Jones', '2013-04-02')
  await school.follow('Start a new record')
  school.choose('No, or not known yet')

  await school.press('Add this child')
  expect(school.heading).toBe('Is this the same child?')
  expect(school.text).toContain('Zoë Smith-Jones')
  await school.press('No, add a different child')

  expect(school.text).toContain('The record of Max Smyth-Jones has been added')
})

test('One UPN is one child: there one cannot go on', async () => {
  const school = await signedIn(await member('school-dsl', larkfield))
  await search(school, 'Somebody Else', '2014-01-01')
  await school.follow('Start a new record')
  school.fill('UPN, if it is known', 'K855400126001').choose('No, or not known yet')

  await school.press('Add this child')

  expect(school.heading).toBe('This UPN is on record already')
  expect(school.buttons).not.toContain('No, add a different child')
})

/** Everything of a page but what is made anew for every page. */
const plain = (body: string) =>
  body
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/nonce="[^"]+"/g, 'nonce')
    .replaceAll(/name="_csrf" value="[^"]+"/g, 'csrf')

test('Another school’s child and no child at all are answered alike, byte for byte (AC-05)', async () => {
  const other = await member('school-dsl', wilfrids)
  const stranger = await signedIn(other)
  const answers = async (who: string, born?: string) => {
    await search(stranger, who, born)
    const found = plain(stranger.body)
    await stranger.follow('Start a new record')
    return [found, plain(stranger.body)]
  }
  const before = new Map<string, string[]>()
  const asked: [string, string?][] = [
    ['Quentin Marmalade'],
    ['Kwentin Marmalaid'],
    ['quent'],
    ['R856421826003'],
    ['Quentin Marmalade', '2012-02-29'],
    ['29/02/2012'],
  ]
  for (const [who, born] of asked) before.set(`${who}${born}`, await answers(who, born))

  const school = await signedIn(await member('school-dsl', larkfield))
  await search(school, 'Quentin Marmalade')
  await school.follow('Start a new record')
  school
    .fill('Forename', 'Quentin')
    .fill('Surname', 'Marmalade')
    .fillDate('birthDate', '2012-02-29')
    .choose('Yes')
    .fillDate('rollFrom', '2024-09-02')
  await school.press('Add this child')
  expect(school.text).toContain('has been added')

  for (const [who, born] of asked)
    expect(await answers(who, born)).toEqual(before.get(`${who}${born}`))
})

test('A second record at another school is noticed, and only whoever sees both is told', async () => {
  const rows = () =>
    site.admin
      .query('select because from onroll.possible_duplicate where resolved_at is null')
      .then(r => r.rows)
  const before = (await rows()).length
  const stranger = await signedIn(await member('school-dsl', wilfrids))
  await search(stranger, 'Quentin Marmalade')
  await stranger.follow('Start a new record')
  stranger.fillDate('birthDate', '2012-02-29').choose('No, or not known yet')
  await stranger.press('Add this child')

  expect(stranger.text).toContain('The record of Quentin Marmalade has been added')
  expect((await rows()).length).toBe(before + 1)
  expect(
    await as(await member('school-dsl', wilfrids), tx =>
      tx.selectFrom('possible_duplicate').select('id').execute(),
    ),
  ).toEqual([])
  const coordinator = await signedIn(await member('coordinator', hbep))
  await coordinator.visit('/children/duplicates')
  expect(coordinator.text).toContain('No two records that you see look like one child')
})

test('Another person’s search cannot be opened, and a child’s page is nobody’s who may not see the child', async () => {
  const mine = await signedIn(await member('school-dsl', larkfield))
  await search(mine, 'Zoë')
  const other = await signedIn(await member('school-dsl', wilfrids))
  await other.visit(mine.url)
  expect(other.status).toBe(404)

  const alex = await child({ forename: 'Alex' })
  for (const path of [
    '',
    '/roll',
    '/home',
    '/contacts',
    '/special-needs',
    '/care',
    '/agencies',
    '/exclusions',
    '/looked',
    '/identity',
    '/protected',
    '/protected/new',
  ])
    expect((await other.visit(`/children/${alex}${path}`)).status, path).toBe(404)
})

test('A panel member has no search and no records', async () => {
  const panel = await signedIn(await member('panel-member', wilfrids))

  expect((await panel.visit('/children')).status).toBe(403)
})

test('Pages of a long list, best fits first', async () => {
  for (let n = 0; n < 22; n++) await child({ forename: `Pat ${n}`, surname: 'Longlist' })
  await child({ forename: 'Longlister', surname: 'Other' })
  const school = await signedIn(await member('school-dsl', larkfield))

  await search(school, 'longlist')
  expect(school.text).toContain('23 children found')
  expect(school.text).toContain('Showing 1 to 20 of 23')
  await school.follow('Next')
  expect(school.text).toContain('Showing 21 to 23 of 23')
  expect(school.text).toContain('Longlister Other')
})
