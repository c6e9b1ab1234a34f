import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { organisation, member, signedIn, partnership, authority } = world(site)
await authority('leicestershire', 'Some County Council')
const county = await organisation('authority', 'Some County Council')
const steward = await member('data-steward', county)
const hbep = await partnership('Harbury Partnership', ['Amberwick Academy', 'Bosmere High'])
const [amberwick = ''] = hbep.schools

test('Anybody who is signed in finds organisations by kind, name and partnership, and takes the list away', async () => {
  await organisation('school', 'Élan Academy')
  const browser = await signedIn(
    await member('provider-tutor', await organisation('provider', 'Forge Training')),
  )
  await browser.visit('/organisations')
  expect(browser.heading).toBe('Schools')
  expect(browser.text).toContain('Showing 1 to 3 of 3 schools')

  await browser.fill('Search', 'elan').press('Apply filters')
  expect(browser.text).toContain('Élan Academy')
  expect(browser.text).not.toContain('Amberwick')
  await browser.follow('Clear filters')
  await browser.choose('Partnership', 'Harbury Partnership').press('Apply filters')
  expect(browser.text).toContain('Showing 1 to 2 of 2 schools')
  await browser.choose('Partnership', 'In no partnership').press('Apply filters')
  expect(browser.text).toContain('Élan Academy')
  expect(browser.text).toContain('Showing 1 to 1 of 1 schools')

  await browser.follow('Download as CSV')
  expect(browser.headers.get('content-type')).toContain('text/csv')
  expect(browser.body).toContain('Élan Academy')
  expect(browser.body).not.toContain('Amberwick')

  await browser.visit('/organisations?kind=provider')
  await browser.follow('Forge Training')
  expect(browser.text).toContain('Provider tutor')
  expect(browser.text).toContain('Test provider-tutor')
  expect(browser.text).not.toContain('@example.org')
})

test('A filter that makes no sense shows the list as if it had not been set', async () => {
  const browser = await signedIn(steward)

  for (const search of [
    "q='--",
    'partnership=%00',
    'sort=; drop table',
    'page=-4',
    'q=%25%5F%5C',
    'kind=authority',
  ]) {
    await browser.visit(`/organisations?${search}`)
    expect(browser.status).toBe(200)
  }
})

test('The steward adds a team with its mailbox; there is one of each', async () => {
  const browser = await signedIn(steward)
  await browser.visit('/organisations?kind=team')
  await browser.follow('Add a team')
  await browser
    .choose('SENA')
    .fill('Name', 'SENA team')
    .fill('Shared mailbox', 'not an address')
    .press('Save')
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('Enter an email address in the right format')
  await browser.fill('Shared mailbox', 'SENA@Example.org').press('Save')
  expect(browser.wholeText).toContain('SENA team has been added')
  expect(browser.text).toContain('SENA@example.org')

  await browser.visit('/organisations/teams/add')
  await browser.choose('SENA').fill('Name', 'Another').press('Save')
  expect(browser.status).toBe(409)
  expect(browser.text).toContain('There is a team for SENA already: SENA team')
})

test('A co-ordinator adds a provider and may mend it until somebody there signs in', async () => {
  const browser = await signedIn(await member('coordinator', hbep.id))
  await browser.visit('/organisations?kind=provider')
  await browser.follow('Add a provider')
  await browser
    .fill('Name', 'Tarn Outdoors')
    .fill('Contact', 'Alex Example')
    .fill('Email address of the contact', 'alex@tarn.example')
    .fill('Website', 'www.tarn.example')
    .press('Save')
  expect(browser.wholeText).toContain('Tarn Outdoors has been added')
  const provider = browser.url.split('/').at(-1) ?? ''

  await browser.follow('Change')
  await browser.fill('Contact', 'Alexandra Example').press('Save')
  expect(browser.text).toContain('Alexandra Example')

  const manager = await signedIn(
    await member('provider-manager', provider, { administrator: true }),
  )
  await browser.visit(`/organisations/${provider}/details`)
  expect(browser.status).toBe(403)
  await manager.visit(`/organisations/${provider}/details`)
  await manager.fill('Telephone', '01632 960 001').press('Save')
  expect(manager.text).toContain('01632 960 001')
})

test('A school’s administrator says how long its week is, and not what it is called', async () => {
  const browser = await signedIn(await member('school-dsl', amberwick, { administrator: true }))
  await browser.visit(`/organisations/${amberwick}/details`)
  expect(browser.text).toContain('come from the national register')

  await browser.fill('Hours taught in a week', 'thirty').press('Save')
  expect(browser.status).toBe(422)
  await browser.fill('Hours taught in a week', '32.5').press('Save')

  expect(browser.text).toContain('32 hours 30 minutes')
  const { rows } = await site.admin.query(
    'select weekly_minutes from school where organisation_id = $1',
    [amberwick],
  )
  expect(rows).toEqual([{ weekly_minutes: 1950 }])
})

test('Two people change one organisation: the second sees what the first saved, and loses nothing', async () => {
  const [first, second] = [await signedIn(steward), await signedIn(steward)]
  await first.visit(`/organisations/${hbep.id}/details`)
  await second.visit(`/organisations/${hbep.id}/details`)

  await first.fill('Contact', 'First Contact').press('Save')
  await second.fill('Contact', 'Second Contact').press('Save')

  expect(second.status).toBe(409)
  expect(second.body).toContain('Second Contact')
  expect(second.text).toContain('First Contact')
})

test('A partnership with member schools is not closed; a provider is, and opens again', async () => {
  const browser = await signedIn(steward)
  await browser.visit(`/organisations/${hbep.id}`)
  await browser.follow('Close')
  await browser.press('Close')
  expect(browser.status).toBe(409)
  expect(browser.text).toContain('2 schools are members after 17 November 2026')

  const forge = await organisation('provider', 'Old Forge')
  await browser.visit(`/organisations/${forge}`)
  await browser.follow('Close')
  await browser.fillDate('on', '2026-11-16').press('Close')
  expect(browser.text).toContain('Closed on 16 November 2026')
  await browser.visit('/organisations?kind=provider')
  expect(browser.text).not.toContain('Old Forge')
  await browser.visit(`/organisations/${forge}`)
  await browser.follow('Open again')
  await browser.press('Open again')
  expect(browser.wholeText).toContain('Old Forge is open again')
})

test('The steward says which authority this is for; its number comes with it', async () => {
  const browser = await signedIn(steward)
  await browser.visit('/administration/settings')
  await browser
    .choose('Authority', 'Leicester (856)')
    .fill('Name in full', 'Another City Council')
    .press('Save')

  expect(browser.wholeText).toContain('The authority has been saved')
  const { rows } = await site.admin.query(`select value from setting where key = 'authority'`)
  expect(rows[0].value).toEqual({
    key: 'leicester-city',
    name: 'Another City Council',
    number: '856',
  })
  await browser.visit(`/organisations/${county}`)
  expect(browser.heading).toContain('Another City Council')
})

test('A postcode directory is learnt, and a second one of the same area takes its place', async () => {
  const browser = await signedIn(steward)
  const file = readFileSync('seeds/reference/postcode-areas.csv')
  const upload = async (bytes: Buffer | string) => {
    await browser.visit('/administration/settings/postcodes')
    await browser
      .attach(
        'File of a postcode area',
        new File([bytes as never], 'ONSPD_ZZ.csv', { type: 'text/csv' }),
      )
      .press('Upload')
  }
  await upload(file)
  expect(browser.text).toContain('169 postcodes imported')
  await browser.follow('Upload another file')
  expect(browser.text).toContain('Fennshire (demonstration)')

  await upload('pcds,oslaua,oscty\nZZ1 0AA,Z06000998,\n')
  const { rows } = await site.admin.query(
    `select postcode, authority from postcode_authority where postcode like 'ZZ1%' or postcode = 'ZZ2' order by 1`,
  )
  expect(rows).toEqual([
    { postcode: 'ZZ1', authority: 'wold-city' },
    { postcode: 'ZZ2', authority: 'fennshire' },
  ])

  await upload('Name,Town\nA,B\n')
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('This is not a postcode directory')
})

test('Settings, partnerships and teams are not for administrators of schools or partnerships', async () => {
  for (const person of [
    await member('coordinator', hbep.id, { administrator: true }),
    await member('school-dsl', amberwick, { administrator: true }),
  ]) {
    const browser = await signedIn(person)
    for (const path of [
      '/administration/settings',
      '/administration/settings/postcodes',
      '/organisations/partnerships/add',
      '/organisations/teams/add',
      `/organisations/${county}/details`,
      `/organisations/${hbep.id}/close`,
    ]) {
      await browser.visit(path)
      expect([path, browser.status]).toEqual([path, 403])
    }
  }
  const browser = await signedIn(steward)
  await browser.visit(`/organisations/${crypto.randomUUID()}`)
  expect(browser.status).toBe(404)
})
