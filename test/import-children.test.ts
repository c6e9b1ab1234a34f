import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { upnCheckLetter } from '#domain/upn.ts'
import { writeXlsx } from '#platform/spreadsheet/write-xlsx.ts'
import type { Browser } from '#testing/browser.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, child, larkfield, wilfrids, hbep, insert, as } = await county(site)

const { partnership } = world(site)
const file = (text: string, name = 'children.csv') => new File([text], name, { type: 'text/csv' })
const upn = (n: number) => {
  const twelve = `99990012${String(n).padStart(4, '0')}`
  return `${upnCheckLetter(twelve)}${twelve}`
}
/** A name of its own for each number: names have no figures. */
const lettered = (n: number) =>
  `N${[...String(n)].map(figure => 'abcdefghij'[Number(figure)]).join('')}`
const heads = 'UPN,Surname,Forename,DOB'

async function upload(browser: Browser, table: File, kind = 'children') {
  await browser.visit(`/imports/${kind}`)
  browser.attach('CSV file or Excel workbook (.xlsx)', table)
  return browser.press('Upload')
}
/** Uploads, takes the columns as they were recognised, and has the rows checked. */
async function check(browser: Browser, table: File, kind = 'children') {
  await upload(browser, table, kind)
  return browser.press('Check the rows')
}
/** A school of one’s own, so that one test’s children are not another’s. */
async function school() {
  const { schools } = await partnership(`Partnership ${crypto.randomUUID()}`, ['Own School'])
  const id = schools[0] ?? ''
  return { id, browser: await signedIn(await member('school-referrer', id)) }
}
const inDatabase = async (schoolId: string) =>
  (
    await site.admin.query(
      `select c.upn, c.forename, c.surname, c.birth_date::text from onroll.child c join onroll.enrolment e on e.child_id = c.id
        where e.school_id = $1 order by c.upn`,
      [schoolId],
    )
  ).rows

test('The sample file comes in as it is: matched, looked at, imported', async () => {
  const { id, browser } = await school()
  await upload(browser, new File([readFileSync('seeds/samples/children.xlsx')], 'ours.xlsx'))
  expect(browser.heading).toContain('What do the columns mean?')
  expect(browser.text).toContain('Ivy · Zoë · Kofi')
  expect(browser.text.match(/Recognised/g)?.length).toBe(20)

  await browser.press('Check the rows')
  expect(browser.heading).toContain('Look at what would change')
  expect(browser.text).toContain('10 New')
  expect((await inDatabase(id)).length).toBe(0)
  await browser.press('Import: add 10')

  expect(browser.heading).toContain('Imported')
  expect((await inDatabase(id)).length).toBe(10)
  await browser.visit('/children')
  browser.fill('Name, UPN or reference', 'osample')
  await browser.press('Search')
  await browser.follow('Zoë O’Sample')
  expect(browser.text).toContain('Own School, since 2 September 2024')
  await browser.follow('Contacts')
  expect(browser.text).toContain('Seán O’Sample, Father')
  await browser.visit('/children')
  browser.fill('Name, UPN or reference', 'Kofi')
  await browser.press('Search')
  await browser.follow('Kofi')
  await browser.follow('Special educational needs')
  expect(browser.text).toContain('Maintained by Fennshire')
})

test('The examples can be downloaded from the page', async () => {
  const { browser } = await school()
  for (const name of ['children.csv', 'children.xlsx', 'referrals.csv', 'referrals.xlsx']) {
    await browser.visit(`/imports/samples/${name}`)
    expect([browser.status, browser.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="onroll-sample-${name}"`,
    ])
  }
})

test('Each mistake is named by row, column and remedy, and nothing at all is written (IN-20)', async () => {
  const { id, browser } = await school()
  await check(
    browser,
    file(
      [
        heads,
        `A801200005001,Wrongletter,Ann,01/02/2013`,
        `,Impossible,Ben,31/02/2012`,
        `,Future,Cal,01/01/2031`,
        `,Old,Dan,01/01/1990`,
        `${upn(1)},Twice,Eve,01/02/2013`,
        `${upn(1)},Other,Fay,02/02/2013`,
        `,Same,Gil,03/02/2013`,
        `,SAME,gil,2013-02-03`,
        `,,Nameless,04/02/2013`,
        `${upn(2)},Right,Hal,05/02/2013`,
        `,American,Ira,12/31/2012`,
      ].join('\n'),
    ),
  )

  expect(browser.heading).toContain('There are problems in the file')
  for (const said of [
    '2 Ann Wrongletter UPN The first letter of this UPN does not fit its numbers',
    '3 Ben Impossible DOB “31/02/2012” is not a real date. Write it like 31/12/2012',
    '4 Cal Future DOB The date of birth is in the future',
    '5 Dan Old DOB The date of birth is more than 25 years ago',
    '7 Fay Other UPN Row 6 has the same UPN. Correct one of them',
    '9 gil SAME Surname Row 8 is about the same child. Leave one of them out',
    '10 Nameless Surname The surname is missing',
    '12 Ira American DOB “12/31/2012” is not a real date',
  ])
    expect(browser.text).toContain(said)
  expect(browser.text).not.toContain('Hal Right')
  expect(browser.buttons.join()).not.toContain('Import')
  expect(await inDatabase(id)).toEqual([])

  await browser.follow('Download the problems')
  expect(browser.body).toContain(
    '"2","Ann Wrongletter","Problem","UPN","A801200005001","The first letter',
  )
})

test('A problem cannot be got round by posting the import itself', async () => {
  const { id, browser } = await school()
  await check(browser, file(`${heads}\n,Impossible,Ben,31/02/2012`))
  const batch = browser.url
  await browser.visit('/imports/children')
  const form = browser.formData('Upload')
  const { rows } = await site.admin.query('select version from onroll.import_batch where id = $1', [
    batch.split('/')[2],
  ])
  form.set('_version', String(rows[0].version))
  await browser.visit(`${batch}/import`, {
    method: 'POST',
    body: form,
    headers: { 'sec-fetch-site': 'same-origin' },
  })

  expect(browser.status).toBe(409)
  expect(await inDatabase(id)).toEqual([])
})

test('Rows of another school make it the wrong file (AC-16)', async () => {
  const { id, browser } = await school()
  const { rows } = await site.admin.query(
    'select urn from onroll.school where organisation_id in ($1, $2) order by organisation_id = $1 desc',
    [id, larkfield],
  )
  await check(
    browser,
    file(
      `School URN,Surname,Forename,DOB\n${rows[0].urn},Ours,Ann,01/02/2013\n${rows[1].urn},Theirs,Ben,01/02/2013`,
    ),
  )

  expect(browser.text).toContain(
    'This file has rows of another school (row 3). None of it can be imported.',
  )
  expect(await inDatabase(id)).toEqual([])
})

test('What is on record is recognised; only what differs changes, and empty cells say nothing (IN-21)', async () => {
  const { id, browser } = await school()
  const first = [...Array(12).keys()].map(
    n => `${upn(100 + n)},Surname${'abcdefghijkl'[n]},Ann,0${(n % 9) + 1}/02/2013,Polish`,
  )
  await check(browser, file([`${heads},First language`, ...first].join('\n')))
  await browser.press('Import: add 12')

  const second = first.map((line, n) =>
    n === 0
      ? `${upn(100)},Newname,Ann,01/02/2013,`
      : n === 1
        ? line.replace('Polish', 'Romani')
        : line.replace('Polish', ''),
  )
  await check(browser, file([`${heads},First language`, ...second].join('\n')))
  expect(browser.text).toContain('2 Changed')
  expect(browser.text).toContain('Surname: Surnamea → Newname')
  expect(browser.text).toContain('First language: Polish → Romani')
  await browser.press('Import: change 2')
  expect(browser.heading).toContain('Imported')
  const { rows } = await site.admin.query(
    `select first_language, count(*)::int as n from onroll.child where created_by_organisation_id = $1 group by 1 order by 1`,
    [id],
  )
  expect(rows).toEqual([
    { first_language: 'Polish', n: 11 },
    { first_language: 'Romani', n: 1 },
  ])
})

test('When more than a fifth would change, or empty cells take away, it must be said expressly (IN-21)', async () => {
  const { id, browser } = await school()
  const lines = (language: string) =>
    [
      `${heads},First language`,
      ...[1, 2, 3].map(n => `${upn(200 + n)},S,F${n},0${n}/02/2013,${language}`),
    ].join('\n')
  await check(browser, file(lines('Polish')))
  await browser.press('Import: add 3')

  await upload(browser, file(lines('')))
  browser.tick('An empty cell takes away what is on record')
  await browser.press('Check the rows')
  expect(browser.text).toContain('3 of the 3 children on your roll would change')
  expect(browser.text).toContain('First language: Polish → nothing')
  await browser.press('Import: change 3')
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('Tick the box when you have looked at the changes')
  browser.tick('I have looked at the changes, and they are meant')
  await browser.press('Import: change 3')
  expect(browser.heading).toContain('Imported')
  const { rows } = await site.admin.query(
    `select distinct first_language from onroll.child where created_by_organisation_id = $1`,
    [id],
  )
  expect(rows).toEqual([{ first_language: null }])
})

test('UPN and date of birth on record are not changed by a list; a missing UPN is filled in', async () => {
  const { id, browser } = await school()
  await check(browser, file(`${heads}\n${upn(300)},Known,Ann,01/02/2013\n,Nonumber,Ben,02/02/2013`))
  await browser.press('Import: add 2')
  await check(
    browser,
    file(`${heads}\n${upn(300)},Known,Ann,11/02/2013\n${upn(301)},Known,Ann,01/02/2013`),
  )
  expect(browser.text).toContain('The child with this UPN has another date of birth on record')
  expect(browser.text).toContain('on record with another UPN')

  await check(browser, file(`${heads}\n${upn(302)},Nonumber,Ben,02/02/2013`))
  expect(browser.text).toContain(`UPN: nothing → ${upn(302)}`)
  browser.tick('I have looked at the changes, and they are meant')
  await browser.press('Import: change 1')
  expect((await inDatabase(id)).map(row => row.upn)).toEqual([upn(300), upn(302)].sort())
})

test.each([
  [
    'Windows-1252 with semicolons',
    Buffer.from(`${heads.replaceAll(',', ';')}\r\n;Müller;Zoë;01/02/2013\r\n`, 'latin1'),
  ],
  [
    'UTF-16 with tabs',
    Buffer.from(`\ufeff${heads.replaceAll(',', '\t')}\n\tMüller\tZoë\t01/02/2013`, 'utf16le'),
  ],
  [
    'UTF-8 with mixed line ends',
    Buffer.from(`${heads}\r\n,Müller,Zoë,01/02/2013\n,"Two\nLines",Ann,02/02/2013\n`),
  ],
])('A file in %s keeps its names (IN-19)', async (_how, bytes) => {
  const { id, browser } = await school()
  await check(browser, new File([new Uint8Array(bytes)], 'list.csv'))
  await browser.press('Import: add')

  expect((await inDatabase(id)).map(row => `${row.forename} ${row.surname}`)).toContain(
    'Zoë Müller',
  )
})

test.each([
  [
    'a ragged row',
    `${heads}\n,One,Ann,01/02/2013,extra`,
    'Row 2 has 5 cells where the headings have 4',
  ],
  [
    'two columns of one name',
    `Surname,Surname,DOB\nA,B,01/02/2013`,
    'Two columns have the heading “Surname”',
  ],
  ['no rows', heads, 'has headings but no rows under them'],
  ['nothing', '', 'The file is empty'],
])('A file with %s is refused with the reason (IN-19)', async (_what, text, said) => {
  const { browser } = await school()
  await upload(browser, file(text))

  expect(browser.status).toBe(422)
  expect(browser.text).toContain(said)
})

test('Columns nobody recognised can be matched by hand, and no meaning twice', async () => {
  const { id, browser } = await school()
  await upload(browser, file('Alpha,Beta,Gamma,Delta\nSmith,Ann,01/02/2013,x'))
  expect(browser.text.match(/Not recognised/g)?.length).toBe(4)
  await browser.press('Check the rows')
  expect(browser.status).toBe(422)
  expect(browser.text).toContain('Choose which columns hold forename and surname')
  browser
    .choose('What “Alpha” is', 'Surname')
    .choose('What “Beta” is', 'Surname')
    .choose('What “Gamma” is', 'Date of birth')
  await browser.press('Check the rows')
  expect(browser.text).toContain('“Surname” is chosen for two columns: “Alpha” and “Beta”')
  browser.choose('What “Beta” is', 'Forename')
  await browser.press('Check the rows')
  await browser.press('Import: add 1')
  expect((await inDatabase(id)).map(row => row.forename)).toEqual(['Ann'])
})

/** Every row of the tables that an import writes, without what counts changes. */
async function everything(schoolId: string) {
  const out = []
  for (const table of [
    'child',
    'enrolment',
    'child_address',
    'contact',
    'special_needs',
    'care_status',
  ]) {
    const owner = table === 'child' ? 'id' : 'child_id'
    const { rows } = await site.admin.query(
      `select to_jsonb(t) - 'version' as row from onroll.${table} t where ${owner} in (select id from onroll.child where created_by_organisation_id = $1) order by id`,
      [schoolId],
    )
    out.push(...rows.map(each => ({ table, ...each.row })))
  }
  return out
}

const full = (change: (line: string) => string = line => line) =>
  readFileSync('seeds/samples/children.csv', 'utf8')
    .split('\r\n')
    .map((line, at) => (at === 0 ? line : change(line)))
    .join('\r\n')

test('An import is undone, and everything is exactly as it was (IN-22)', async () => {
  const { id, browser } = await school()
  await check(browser, file(full()))
  await browser.press('Import: add 10')
  const before = await everything(id)
  expect(before.length).toBeGreaterThan(50)

  await check(
    browser,
    file(
      full(line =>
        line
          .replace('"1 Invented Row"', '"99 New Road"')
          .replace('"K"', '"E"')
          .replace('"Mei"', '"May"')
          .replace('01632 960104', '01632 960999')
          .replace('"Eve Imaginary"', '"Evan Imaginary"')
          .replace('"No","",', '"Yes","Marchland",'),
      ),
    ),
  )
  browser.tick('I have looked at the changes, and they are meant')
  await browser.press('Import: change')
  expect(browser.heading).toContain('Imported')
  const changed = await everything(id)
  expect(changed).not.toEqual(before)
  await browser.follow('Undo this import')
  await browser.press('Undo the import')
  expect(browser.heading).toContain('The import was undone')
  expect(await everything(id)).toEqual(before)

  await browser.visit('/imports')
  await browser.visit(browser.links.filter(link => link.text === 'children.csv').at(-1)?.href ?? '')
  await browser.follow('Undo this import')
  await browser.press('Undo the import')
  expect(await everything(id)).toEqual([])
})

test('What has happened since stands in the way of an undo, and is named', async () => {
  const { id, browser } = await school()
  await check(browser, file(`${heads}\n,Later,Ann,01/02/2013\n,Other,Ben,02/02/2013`))
  await browser.press('Import: add 2')
  const batch = browser.url
  await browser.visit('/children')
  browser.fill('Name, UPN or reference', 'Later')
  await browser.press('Search')
  await browser.follow('Ann Later')
  const annPath = browser.url
  await browser.visit(`${annPath}/agencies/add`)
  browser.fill('Agency', 'CAMHS').choose('Closed')
  await browser.press('Add this agency')
  await browser.visit(`${annPath}/identity`)
  browser.fill('Preferred forename', 'Annie').fill('What has changed, or was wrong?', 'She said so')
  await browser.press('Save')

  await browser.visit(`${batch}/undo`)
  expect(browser.text).toContain(
    'It cannot be undone, because something has happened since that rests on it',
  )
  expect(browser.text).toContain('2 an agency has been added')
  expect(browser.text).toContain('2 the child’s details have changed')
  expect(browser.buttons).not.toContain('Undo the import')
  expect((await inDatabase(id)).length).toBe(2)
})

test('Two people import the same file at once: it is there once', async () => {
  const { id, browser: one } = await school()
  const two = await signedIn(await member('school-dsl', id))
  const lines = [
    heads,
    ...[...Array(30).keys()].map(
      n => `${upn(400 + n)},Twice,F${String.fromCharCode(65 + n)},01/02/2013`,
    ),
  ].join('\n')
  await check(one, file(lines))
  await check(two, file(lines))

  await Promise.all([one.press('Import: add 30'), two.press('Import: add 30')])

  expect((await inDatabase(id)).length).toBe(30)
  expect([one.status, two.status].sort()).toEqual([200, 409])
  const refused = one.status === 409 ? one : two
  expect(refused.text).toContain('The records have changed since the file was checked')
})

test('A protected child’s address and contacts are never written, and do not lie among the rows (IN-21, PR-08)', async () => {
  const robin = await child({ forename: 'Robin', surname: 'Hidden', home: null })
  site.setNow(new Date().toISOString())
  const lead = await signedIn(await member('school-dsl', larkfield))
  await lead.visit(`/children/${robin}/protected/new`)
  lead
    .fill('House name or number, and street', '7 Secret Close')
    .fill('Postcode', 'ZZ8 1QQ')
    .fillDate('fromOn', '2026-11-01')
  await lead.press('Protect the address')
  const rows = (postcode: string) =>
    file(
      `Surname,Forename,DOB,Address,Post code,Contact 1 name,Contact 1 phone\nHidden,Robin,03/02/2013,7 Secret Close,${postcode},A Parent,01632 960888\nOther,Olive,04/02/2013,9 Secret Close,ZZ8 1QQ,B Parent,01632 960889`,
    )

  await check(lead, rows('ZZ4 4ZZ'))
  expect(lead.text).toContain('address and contacts are not taken from the file')
  await lead.press('Import: add 1')
  const batch = lead.url.split('/')[2]
  const stored = await site.admin.query(
    `select cells::text || coalesce((select string_agg(w::text, ' ') from onroll.import_write w where w.batch_id = r.batch_id and w.number = r.number), '') as text from onroll.import_row r where batch_id = $1 order by number`,
    [batch],
  )
  expect(stored.rows[0].text).not.toContain('Secret')
  expect(stored.rows[0].text).not.toContain('960888')
  expect(stored.rows[1].text).toContain('9 Secret Close')
  const { rows: addresses } = await site.admin.query(
    'select 1 from onroll.child_address where child_id = $1',
    [robin],
  )
  expect(addresses).toEqual([])

  await check(lead, rows('zz81qq'))
  expect(lead.text).toContain(
    'This holds an address that is protected, and was not kept. Take it out of the file',
  )
  const { rows: held } = await site.admin.query(
    `select cells::text as text from onroll.import_row where batch_id = $1 and number = 2`,
    [lead.url.split('/')[2]],
  )
  expect(held[0].text).not.toContain('Secret')
  expect(held[0].text.toLowerCase()).not.toContain('zz81qq')
  site.setToday('2026-11-17')
})

test('A long file goes on by itself, tells how far it is, and ends under its author’s rights', async () => {
  const { id, browser } = await school()
  const lines = [
    heads,
    ...[...Array(250).keys()].map(n => `${upn(1000 + n)},Long,${lettered(n)},01/02/2013`),
  ].join('\n')
  await check(browser, file(lines))
  expect(browser.heading).toContain('The rows are being checked')
  expect(browser.body).toContain('<meta http-equiv="refresh" content="2"')
  await browser.visit(browser.url)
  await site.runJobs()
  await browser.visit(browser.url)
  expect(browser.text).toContain('250 New')
  await browser.press('Import: add 250')
  expect(browser.heading).toContain('The rows are being imported')
  await site.runJobs()
  await browser.visit(browser.url)
  expect(browser.heading).toContain('Imported')
  expect((await inDatabase(id)).length).toBe(250)
  await browser.follow('Undo this import')
  await browser.press('Undo the import')
  await site.runJobs()
  expect((await inDatabase(id)).length).toBe(0)
})

test('Whoever has left the school meanwhile imports nothing', async () => {
  const { id } = await school()
  const leaver = await member('school-referrer', id)
  const browser = await signedIn(leaver)
  const lines = [
    heads,
    ...[...Array(210).keys()].map(n => `${upn(2000 + n)},Leaver,Ann,0${(n % 9) + 1}/02/2013`),
  ].join('\n')
  await check(browser, file(lines))
  await site.admin.query(`update onroll.membership set valid_to = '2026-01-01' where id = $1`, [
    leaver.membershipId,
  ])
  await site.runJobs()

  const other = await signedIn(await member('school-dsl', id))
  await other.visit('/imports')
  await other.follow('children.csv')
  expect(other.text).toContain('Whoever started this may no longer do it')
  expect(await inDatabase(id)).toEqual([])
})

test('Another school, and other roles, see nothing of an import', async () => {
  const { id, browser } = await school()
  await check(browser, file(`${heads}\n,Secret,Ann,01/02/2013`))
  const batch = browser.url
  const stranger = await member('school-dsl', wilfrids)
  const other = await signedIn(stranger)
  for (const path of ['', '/columns', '/undo', '/problems'])
    expect((await other.visit(`${batch}${path}`)).status).toBe(404)
  const coordinator = await signedIn(await member('coordinator', hbep))
  expect((await coordinator.visit('/imports')).status).toBe(403)
  for (const who of [
    stranger,
    await member('coordinator', hbep),
    await member('panel-member', id),
  ]) {
    expect(await as(who, tx => tx.selectFrom('import_row').select('id').execute())).toEqual([])
    expect(await as(who, tx => tx.selectFrom('import_batch').select('id').execute())).toEqual([])
    const { rows } = await as(who, async tx => {
      const { sql } = await import('kysely')
      return sql`select * from onroll.import_blockers(${batch.split('/')[2]})`.execute(tx)
    })
    expect(rows).toEqual([])
    await expect(
      as(who, async tx => {
        const { sql } = await import('kysely')
        return sql`select onroll.undo_import(${batch.split('/')[2]}, now())`.execute(tx)
      }),
    ).rejects.toThrow('there is no such import')
  }
})

test('Referrals come in as drafts about children on roll, and go again', async () => {
  const { id, browser } = await school()
  await check(browser, file(full()))
  await browser.press('Import: add 10')
  await check(
    browser,
    new File([readFileSync('seeds/samples/referrals.xlsx')], 'referrals.xlsx'),
    'referrals',
  )
  expect(browser.text).toContain('3 New')
  await browser.press('Start 3 drafts')
  expect(browser.heading).toContain('Imported')
  const { rows } = await site.admin.query(
    `select status, asked_for, tier_asked_for, reason is not null as reason from onroll.referral where referring_organisation_id = $1 order by asked_for`,
    [id],
  )
  expect(rows).toEqual([
    { status: 'draft', asked_for: 'managed-move', tier_asked_for: null, reason: true },
    { status: 'draft', asked_for: 'tier-2', tier_asked_for: 2, reason: true },
    { status: 'draft', asked_for: 'tier-3', tier_asked_for: 3, reason: true },
  ])
  const batch = browser.url
  await check(
    browser,
    new File([readFileSync('seeds/samples/referrals.csv')], 'referrals.csv'),
    'referrals',
  )
  expect(browser.text).toContain('Your school has a draft or a referral of this child already')

  await browser.visit(`${batch}/undo`)
  await browser.press('Undo the import')
  expect(
    (
      await site.admin.query('select 1 from onroll.referral where referring_organisation_id = $1', [
        id,
      ])
    ).rows,
  ).toEqual([])
})

test('A child who is not on roll cannot be referred by a list', async () => {
  const { browser } = await school()
  await check(
    browser,
    file('UPN,Surname,Forename,Date of birth,Reason\n,Nobody,Ann,01/02/2013,Because'),
    'referrals',
  )

  expect(browser.text).toContain(
    'No such child is on your roll. Enter the child first, or correct the row',
  )
})

test('Formulas, and names that look like one, stay text', async () => {
  const { id, browser } = await school()
  const table = writeXlsx(
    [
      { heading: 'Surname', value: (row: string) => row },
      { heading: 'Forename', value: () => "D'Arcy" },
      { heading: 'DOB', value: () => '01/02/2013' },
    ],
    ['=HYPERLINK("x")'],
  )
  await check(browser, new File([new Uint8Array(table)], 'x.xlsx'))
  await browser.press('Import: add 1')
  expect((await inDatabase(id)).map(row => row.surname)).toEqual(['=HYPERLINK("x")'])
})

test('Rows of files are forgotten in time', async () => {
  const { browser } = await school()
  await check(browser, file(`${heads}\n,Old,Ann,01/02/2013`))
  const batch = browser.url.split('/')[2]
  await site.admin.query(
    `update onroll.import_batch set made_at = made_at - interval '8 days' where id = $1`,
    [batch],
  )
  const forget = site.site.jobs.find(({ name }) => name === 'forget-import-rows')
  await forget?.work({}, site.site)

  expect(
    (await site.admin.query('select 1 from onroll.import_row where batch_id = $1', [batch])).rows,
  ).toEqual([])
  await browser.visit(`/imports/${batch}`)
  expect(browser.heading).toContain('Set aside')
})

test('A row’s own address may be in the postcode of a school', async () => {
  await insert('postcode_authority', {
    postcode: 'ZZ2',
    authority: 'wold-city',
    partnership_id: null,
  })
  const { browser } = await school()
  await check(
    browser,
    file('Surname,Forename,DOB,Address,Post code\nHome,Ann,01/02/2013,1 Street,zz2 9zz'),
  )
  await browser.press('Import: add 1')
  await browser.follow('Look at them')
  await browser.follow('Ann Home')
  await browser.follow('Home')
  expect(browser.text).toContain('Wold City (demonstration), worked out from the postcode')
})
