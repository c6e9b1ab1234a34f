import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { testSite } from '#testing/site.ts'
import { type Member, world } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { organisation, member, as, partnership, insert, authority } = world(site)
await authority()
const county = await organisation('authority', 'Fennshire County Council')
const hbep = await partnership('Harbury Partnership', ['Amberwick Academy', 'Bosmere High'])
const nwllip = await partnership('North Wold Partnership', [])
const [amberwick = '', bosmere = ''] = hbep.schools
const forge = await organisation('provider', 'Forge Training')
const steward = await member('data-steward', county)
const people = {
  'a school’s administrator': await member('school-dsl', amberwick, { administrator: true }),
  'a partnership’s administrator': await member('coordinator', hbep.id, { administrator: true }),
  'a provider’s administrator': await member('provider-manager', forge, { administrator: true }),
  'an Admissions officer': await member('admissions', county),
  // Somebody who was wrongly given the role in a school.
  'a data steward of a school': await member('data-steward', bosmere),
}
const term = newId()
const closure = newId()
await insert('term', {
  id: term,
  school_id: null,
  name: 'Autumn',
  starts_on: '2026-09-01',
  ends_on: '2026-12-18',
})
await insert('closure', { id: closure, school_id: bosmere, on: '2026-09-01', reason: 'Training' })
await insert('bank_holiday', { on: '2026-12-25', title: 'Christmas Day' })
await insert('postcode_authority', { postcode: 'ZZ1', authority: 'fennshire' })

const run = (person: Member, attack: string) =>
  as(person, async tx => (await sql.raw<{ id: string }>(attack).execute(tx)).numAffectedRows ?? 0n)

/** Refused outright, or without any row that it could touch. */
async function isHarmless(person: Member, attack: string) {
  const touched = await run(person, attack).catch((error: Error) => {
    if (!/row-level security|permission denied|changed by the authority/.test(error.message))
      throw error
    return 0n
  })
  expect([attack, touched]).toEqual([attack, 0n])
}

const id = () => `'${newId()}'`
const lists = [
  `insert into organisation (id, kind, name) values (${id()}, 'school', 'Mine')`,
  `insert into organisation (id, kind, team, name) values (${id()}, 'team', 'admissions', 'Mine')`,
  `update organisation set mailbox = 'me@example.org' where id = '${county}'`,
  `update organisation set mailbox = 'me@example.org' where id = '${nwllip.id}'`,
  `update organisation set name = 'Mine' where kind = 'authority'`,
  `insert into school (organisation_id, urn) values ('${nwllip.id}', '123456')`,
  `update school set urn = '123456'`,
  `update school set statutory_high_age = 19`,
  `insert into partnership (organisation_id) values ('${county}')`,
  `update partnership set response_days = 60 where organisation_id = '${nwllip.id}'`,
  `insert into partnership_member (id, partnership_id, school_id, joined_on) values (${id()}, '${nwllip.id}', '${forge}', '2020-01-01')`,
  `update partnership_member set left_on = '2026-01-01', how_left = 'revoked'`,
  `update partnership_member set joined_on = '2019-01-01'`,
  `delete from partnership_member`,
  `insert into partnership_member_change (id, member_id, partnership_id, school_id, what, changed_by, changed_at)
     select ${id()}, id, partnership_id, school_id, 'removed', (select my_user()), now() from partnership_member limit 1`,
  `update partnership_member_change set reason = 'x'`,
  `delete from partnership_member_change`,
  `update provider set contact_email = 'me@example.org' where organisation_id <> (select my_organisation())`,
  `insert into term (id, school_id, name, starts_on, ends_on) values (${id()}, null, 'Mine', '2027-01-01', '2027-02-01')`,
  `update term set ends_on = '2030-01-01'`,
  `delete from term`,
  `insert into closure (id, school_id, "on", reason) values (${id()}, null, '2026-11-18', 'No school')`,
  `delete from closure where school_id <> (select my_organisation())`,
  `insert into bank_holiday ("on", title) values ('2026-11-18', 'Mine')`,
  `update bank_holiday set title = 'Mine'`,
  `delete from bank_holiday`,
  `insert into postcode_authority (postcode, authority) values ('ZZ2', 'wold-city')`,
  `update postcode_authority set authority = 'wold-city'`,
  `delete from postcode_authority`,
  `insert into gias_import (id, file_name, file_on, file_hash, file_rows, uploaded_by, uploaded_at)
     values (${id()}, 'x.csv', '2026-01-01', '\\x00', 1, (select my_user()), now())`,
  `update gias_import set state = 'discarded'`,
  `delete from gias_row`,
  `update setting set value = '{"key":"wold-city"}' where key = 'authority'`,
  `insert into setting (key, value) values ('postcodes', '{}')`,
]

for (const [who, person] of Object.entries(people))
  test(`The lists of the authority hold against ${who}`, async () => {
    for (const attack of lists) await isHarmless(person, attack)
  })

test('Nobody who is not signed in reads any of them', async () => {
  for (const table of [
    'school',
    'partnership',
    'partnership_member',
    'partnership_member_change',
    'provider',
    'term',
    'closure',
    'bank_holiday',
    'postcode_authority',
    'gias_import',
    'gias_row',
  ]) {
    const { rows } = await site.db.app.query(`select 1 from ${table}`)
    expect([table, rows]).toEqual([table, []])
  }
})

test('A school’s administrator keeps its own calendar, and its own week, alone', async () => {
  const administrator = people['a school’s administrator']
  expect(
    await run(
      administrator,
      `insert into closure (id, school_id, "on", reason) values (${id()}, '${amberwick}', '2026-11-18', 'Snow')`,
    ),
  ).toBe(1n)
  await isHarmless(
    administrator,
    `insert into closure (id, school_id, "on", reason) values (${id()}, '${bosmere}', '2026-11-18', 'Snow')`,
  )
  await isHarmless(
    administrator,
    `insert into term (id, school_id, name, starts_on, ends_on) values (${id()}, '${bosmere}', 'x', '2027-01-01', '2027-02-01')`,
  )
  expect(await run(administrator, `update school set weekly_minutes = 1900`)).toBe(1n)
  await isHarmless(administrator, `update school set weekly_minutes = 1800, urn = '123456'`)
  // The administrator of a partnership is not one of a school: no calendar hangs on a partnership.
  await isHarmless(
    people['a partnership’s administrator'],
    `insert into term (id, school_id, name, starts_on, ends_on) values (${id()}, '${hbep.id}', 'x', '2027-01-01', '2027-02-01')`,
  )
})

test('Even the steward writes under no other name, makes no second authority and rewrites no history', async () => {
  const school = await organisation('school', 'Another')
  await isHarmless(
    steward,
    `insert into partnership_member (id, partnership_id, school_id, joined_on, recorded_by)
       values (${id()}, '${nwllip.id}', '${school}', '2026-01-01', '${people['an Admissions officer'].userId}')`,
  )
  await isHarmless(
    steward,
    `insert into organisation (id, kind, name) values (${id()}, 'authority', 'Second')`,
  )
  await isHarmless(
    steward,
    `insert into partnership_member (id, partnership_id, school_id, joined_on, recorded_by)
       values (${id()}, '${school}', '${nwllip.id}', '2026-01-01', '${steward.userId}')`,
  )
  await isHarmless(steward, `update partnership_member_change set reason = 'x'`)
  await isHarmless(steward, `delete from partnership_member_change`)
  await isHarmless(steward, `delete from gias_import`)
  await isHarmless(steward, `delete from organisation`)
  await isHarmless(steward, `delete from school`)
  await isHarmless(
    steward,
    `insert into setting (key, value) values ('demonstration', '{"made": true}')`,
  )
})

test('An import that was made is history: nobody opens it again', async () => {
  const made = newId()
  await insert('gias_import', {
    id: made,
    file_name: 'x.csv',
    file_on: '2026-11-01',
    file_hash: Buffer.from('00', 'hex'),
    file_rows: 1,
    state: 'imported',
    uploaded_by: steward.userId,
    uploaded_at: '2026-11-17T10:00:00Z',
    made_by: steward.userId,
    made_at: '2026-11-17T10:00:00Z',
    changes: '{}',
  })

  await isHarmless(
    steward,
    `update gias_import set state = 'uploaded', made_at = null, made_by = null, changes = null`,
  )
  await isHarmless(
    steward,
    `insert into gias_row (import_id, urn, authority_number, school) values ('${made}', '123456', '999', '{}')`,
  )
})

test('The database itself keeps a school in one partnership at a time', async () => {
  await expect(
    site.admin.query(
      'insert into partnership_member (id, partnership_id, school_id, joined_on) values ($1, $2, $3, $4)',
      [newId(), nwllip.id, amberwick, '2026-12-01'],
    ),
  ).rejects.toThrow('partnership_member_one_at_a_time')
  await site.admin.query(
    `update partnership_member set left_on = '2026-11-30', how_left = 'moved' where school_id = $1`,
    [amberwick],
  )
  await expect(
    site.admin.query(
      'insert into partnership_member (id, partnership_id, school_id, joined_on) values ($1, $2, $3, $4)',
      [newId(), nwllip.id, amberwick, '2026-11-30'],
    ),
  ).rejects.toThrow('partnership_member_one_at_a_time')
})
