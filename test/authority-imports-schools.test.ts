import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Browser } from '#testing/browser.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const sample = new TextDecoder('windows-1252').decode(
  readFileSync('seeds/reference/gias-sample.csv'),
)

/** A county that has nothing yet but its authority, and the steward who sets it up. */
async function emptyCounty() {
  const site = await testSite({ today: '2026-11-17' })
  const scene = world(site)
  await scene.authority('fennshire', 'Fennshire County Council')
  const authority = await scene.organisation('authority', 'Fennshire County Council')
  const steward = await scene.signedIn(await scene.member('data-steward', authority))
  return { site, scene, authority, steward }
}

const asFile = (text: string | Buffer, name = 'edubasealldata20261101.csv') =>
  new File([text as never], name, { type: 'text/csv' })

async function upload(browser: Browser, file: File) {
  await browser.visit('/administration/schools/import')
  return browser.attach('The register’s CSV file', file).press('Upload and compare')
}

const stored = async ({ site }: Awaited<ReturnType<typeof emptyCounty>>) =>
  (
    await site.admin.query(
      `select o.name, o.street, o.town, o.telephone, o.closed_on, o.version, s.* from school s
         join organisation o on o.id = s.organisation_id order by s.urn, s.organisation_id`,
    )
  ).rows

test('A steward imports the county’s secondary schools from the register’s file as it is published', async () => {
  const county = await emptyCounty()
  const { steward } = county

  await upload(steward, asFile(readFileSync('seeds/reference/gias-sample.csv')))
  expect(steward.status).toBe(200)
  expect(steward.text).toContain('as of 1 November 2026')
  expect(steward.text).toContain('46 new')
  expect(steward.text).toContain('St Zoë’s Catholic Academy')
  expect(await stored(county)).toEqual([])

  await steward.press('Import')
  expect(steward.wholeText).toContain('Imported: 46 new, 0 changed and 0 closed schools')
  expect(await stored(county)).toHaveLength(46)

  await steward.visit('/organisations?q=st+zoe')
  await steward.follow('St Zoë’s Catholic Academy')
  expect(steward.text).toContain('From the national register of schools, as of 1 November 2026')
  expect(steward.text).toContain('Academy converter')
  expect(steward.text).toContain('999/40')
  // The head teacher is a person, and in no table.
  const { rows } = await county.site.admin.query(
    `select (select string_agg(o::text, '') from organisation o) || (select string_agg(s::text, '') from school s)
         || coalesce((select string_agg(g::text, '') from gias_row g), '') as everything`,
  )
  expect(rows[0].everything).not.toContain('Headteacher-')
})

test('The same file a second time changes nothing', async () => {
  const county = await emptyCounty()
  const { steward } = county
  await (await upload(steward, asFile(sample))).press('Import')
  const before = await stored(county)

  await upload(steward, asFile(sample))
  expect(steward.text).toContain('0 new')
  expect(steward.text).toContain('0 changed')
  expect(steward.text).toContain('46 unchanged')
  await steward.press('Import')

  expect(steward.wholeText).toContain('The file was imported. Nothing had changed.')
  expect(await stored(county)).toEqual(before)
})

test('A later file changes field by field, and a school that closes leaves its partnership on its last day', async () => {
  const county = await emptyCounty()
  const { steward, scene, site } = county
  await (await upload(steward, asFile(sample))).press('Import')
  const { id: partnership } = await scene.partnership('HBEP')
  const [amberwick] = (await stored(county)).filter(school => school.name === 'Amberwick Academy')
  await scene.insert('partnership_member', {
    id: crypto.randomUUID(),
    partnership_id: partnership,
    school_id: amberwick.organisation_id,
    joined_on: '2020-09-01',
  })

  await upload(
    steward,
    asFile(
      withRow(sample, 'Bosmere High School', row => ({ ...row, TelephoneNum: '01632960999' }), {
        'Amberwick Academy': row => ({
          ...row,
          'EstablishmentStatus (code)': '2',
          CloseDate: '31-10-2026',
        }),
      }),
      'edubasealldata20261115.csv',
    ),
  )
  expect(steward.text).toContain('1 changed')
  expect(steward.text).toContain('1 closed')
  expect(steward.text).toMatch(/Bosmere High School URN \d+ Telephone from “0\d+” to “01632960999”/)
  expect(steward.text).toContain('Leaves HBEP')
  await steward.press('Import')

  const { rows } = await site.admin.query('select * from partnership_member')
  expect(rows).toMatchObject([{ left_on: '2026-10-31', how_left: 'closed' }])
  await steward.visit('/organisations?state=closed')
  expect(steward.text).toContain('Amberwick Academy')
  await steward.visit('/administration/schools/import')
  expect(steward.text).toContain('edubasealldata20261115.csv')
  await steward.follow('edubasealldata20261115.csv')
  expect(steward.text).toContain('01632960999')
})

test('A school that becomes an academy stays the same school under its new number', async () => {
  const county = await emptyCounty()
  const { steward } = county
  await (await upload(steward, asFile(sample))).press('Import')
  const before = (await stored(county)).find(
    school => school.name === 'Bramblehythe Community School',
  )

  const closed = withRow(sample, 'Bramblehythe Community School', row => ({
    ...row,
    'EstablishmentStatus (code)': '2',
    CloseDate: '31-08-2026',
  }))
  const both = addRow(closed, 'Bramblehythe Community School', row => ({
    ...row,
    URN: '990999',
    EstablishmentName: 'Bramblehythe Academy',
    'EstablishmentStatus (code)': '1',
    'TypeOfEstablishment (code)': '34',
    OpenDate: '01-09-2026',
    CloseDate: '',
  }))
  await upload(steward, asFile(both))
  expect(steward.text).toContain('Schools that became academies')
  expect(steward.text).toContain('0 new')
  await steward.press('Import')

  const after = (await stored(county)).find(school => school.urn === '990999')
  expect(after).toMatchObject({
    organisation_id: before.organisation_id,
    name: 'Bramblehythe Academy',
    previous_urns: [before.urn],
    closed_on: null,
    maintained: false,
  })
  await upload(steward, asFile(both))
  expect(steward.text).toContain('46 unchanged')
})

test('Columns come and go: one that is missing empties nothing, one that is new is passed over', async () => {
  const county = await emptyCounty()
  const { steward } = county
  await (await upload(steward, asFile(sample))).press('Import')

  const other = sample
    .replace('"TelephoneNum"', '"SomethingNew"')
    .replace('"HeadFirstName"', '"AnotherNew"')
  await upload(steward, asFile(other))

  expect(steward.text).toContain('46 unchanged')
  expect(steward.text).toContain('Some columns are not in this file')
})

test('A file that is not the register’s is refused with the columns that it lacks', async () => {
  const { steward } = await emptyCounty()

  await upload(steward, asFile('Name,Town\nSome School,Somewhere\n', 'schools.csv'))

  expect(steward.status).toBe(422)
  expect(steward.text).toContain('it has no columns “URN”, “LA (code)”')
  expect(steward.title).toMatch(/^Error:/)

  await steward.visit('/administration/schools/import')
  await steward.press('Upload and compare')
  expect(steward.status).toBe(422)
  expect(steward.text).toContain('Choose a file')
})

test('A row that cannot be read stops the whole file, and is named', async () => {
  const county = await emptyCounty()
  const { steward } = county

  await upload(steward, asFile(sample.replace('"990001"', '"99OOO1"')))

  expect(steward.text).toContain('This file cannot be imported')
  expect(steward.text).toContain('2 The URN must be 6 numbers, and is “99OOO1”')
  expect(steward.buttons).not.toContain('Import')
  expect(await stored(county)).toEqual([])
})

test('Which authorities and which kinds are taken can be chosen', async () => {
  const { steward } = await emptyCounty()
  await upload(steward, asFile(sample))

  steward
    .tick('Secondary, middle deemed secondary and all-through')
    .tick('Special schools')
    .tick('Primary, middle deemed primary and nursery')
  await steward.press('Compare again')

  const found = Number(/(\d+) new/.exec(steward.text)?.[1])
  expect(found).toBeGreaterThan(46)
  await steward.press('Import')
  expect(steward.wholeText).toContain(`Imported: ${found} new`)
})

test('Two people import at once: what the second saw is no longer so, and nothing of it is done', async () => {
  const county = await emptyCounty()
  const { steward, scene, authority } = county
  const other = await scene.signedIn(
    await scene.member('admissions', authority, { administrator: true }),
  )
  await upload(steward, asFile(sample))
  await upload(other, asFile(sample))

  await steward.press('Import')
  await other.press('Import')

  expect(other.status).toBe(409)
  expect(other.text).toContain('The schools have changed since you looked at this import')
  expect(await stored(county)).toHaveLength(46)
})

test('A file that was set aside changes nothing and cannot be imported any more', async () => {
  const county = await emptyCounty()
  const { steward } = county
  await upload(steward, asFile(sample))
  const preview = steward.url
  const posted = steward.formData('Import')

  await steward.press('Set this file aside')
  expect(steward.wholeText).toContain('Nothing has been changed')
  await steward.visit(preview, {
    method: 'POST',
    body: posted,
    headers: { 'sec-fetch-site': 'same-origin' },
  })

  expect(steward.status).toBe(409)
  expect(await stored(county)).toEqual([])
})

test('Only those who run the authority may look, upload or import', async () => {
  const { steward, scene, site } = await emptyCounty()
  await upload(steward, asFile(sample))
  const preview = steward.url
  const school = await scene.organisation('school')
  const { id: partnership } = await scene.partnership('HBEP')

  for (const person of [
    await scene.member('school-dsl', school, { administrator: true }),
    await scene.member('coordinator', partnership, { administrator: true }),
  ]) {
    const browser = await scene.signedIn(person)
    for (const path of ['/administration/schools/import', preview]) {
      await browser.visit(path)
      expect(browser.status).toBe(403)
    }
    const body = new FormData()
    body.append('file', asFile(sample))
    await browser.visit('/administration/schools/import/upload', {
      method: 'POST',
      body,
      headers: { 'sec-fetch-site': 'same-origin' },
    })
    expect(browser.status).toBe(403)
    await expect(
      scene.as(person, tx => tx.selectFrom('gias_row').select('urn').execute()),
    ).resolves.toEqual([])
  }
  const { rows } = await site.admin.query('select count(*)::int as n from gias_import')
  expect(rows[0].n).toBe(1)
})

test('An upload that no form of ours carried is refused', async () => {
  const { steward, site } = await emptyCounty()
  const body = new FormData()
  body.append('_csrf', 'made up')
  body.append('file', asFile(sample))

  await steward.visit('/administration/schools/import/upload', {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'same-origin' },
  })

  expect(steward.status).toBe(403)
  const { rows } = await site.admin.query('select count(*)::int as n from gias_import')
  expect(rows[0].n).toBe(0)
})

type Row = Record<string, string>
type Change = (row: Row) => Row

const cells = (line: string) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell)
const line = (row: readonly string[]) => row.map(cell => `"${cell}"`).join(',')

/** The file with the row of a school (and of others) changed. */
function withRow(text: string, name: string, change: Change, others: Record<string, Change> = {}) {
  const [head = '', ...rows] = text.trimEnd().split('\r\n')
  const headings = cells(head)
  const changes: Record<string, Change> = { ...others, [name]: change }
  return [
    head,
    ...rows.map(each => {
      const values = cells(each)
      const row = Object.fromEntries(headings.map((heading, n) => [heading, values[n] ?? '']))
      const apply = changes[row['EstablishmentName'] ?? '']
      if (!apply) return each
      const changed = apply(row)
      return line(headings.map(heading => changed[heading] ?? ''))
    }),
  ].join('\r\n')
}

/** The file with another row, made from that of a school. */
function addRow(text: string, name: string, change: Change) {
  const extra = withRow(text, name, change).split('\r\n')
  const original = text.trimEnd().split('\r\n')
  return [...original, extra.find((each, n) => each !== original[n]) ?? ''].join('\r\n')
}
