import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { protectAddress } from '#features/children/index.ts'
import type { Me } from '#platform/sessions.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'
import type { Member } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, child, larkfield, wilfrids, hbep, organisation, insert, as } = await county(site)
const provider = await organisation('provider')

const lead = await member('school-dsl', larkfield)
const alex = await child({ forename: 'Alex' })
const hidden = await child({ forename: 'Hidden' })
const other = await child({ forename: 'Other', school: wilfrids })
const id = () => crypto.randomUUID()

await as(lead, tx =>
  protectAddress(
    {
      tx,
      me: { ...lead, organisationKind: 'school' } as unknown as Me,
      today: '2026-11-17' as never,
      now: new Date(),
      audit: () => undefined,
    },
    site.site.secret,
    {
      childId: hidden,
      fromOn: '2026-11-01' as never,
      location: {
        place: null,
        street: '1 Secret',
        town: null,
        postcode: 'ZZ5 5AA',
        telephone: null,
        note: null,
      },
    },
  ),
)
await insert('top_up', {
  id: id(),
  child_id: alex,
  school_year: '2026-27',
  amount_pence: 1,
  from_on: '2026-09-01',
  to_on: '2027-08-31',
})
await insert('agency_involvement', { id: id(), child_id: alex, agency: 'CAMHS', status: 'open' })
await insert('admission', {
  id: id(),
  child_id: alex,
  school_id: larkfield,
  applied_on: '2026-09-01',
})
await insert('exclusion', {
  id: id(),
  child_id: alex,
  school_id: larkfield,
  kind: 'suspension',
  from_on: '2026-09-01',
})
await insert('correction', {
  id: id(),
  child_id: alex,
  about: 'contacts',
  record: 'contact',
  record_id: id(),
  before: '{}',
  reason: 'x',
  corrected_by: lead.userId,
  corrected_at: new Date(),
})
await insert('proposed_change', {
  id: id(),
  child_id: alex,
  kind: 'birth-date',
  new_birth_date: '2013-01-01',
  reason: 'x',
  proposed_by: lead.userId,
  proposed_by_organisation_id: larkfield,
  proposed_at: new Date(),
})
await insert('possible_duplicate', {
  id: id(),
  child_id: alex,
  other_child_id: other,
  because: 'x',
})
await insert('child_lookup', {
  id: id(),
  user_id: lead.userId,
  membership_id: lead.membershipId,
  terms: '{"who":"Alex","birthDate":null}',
  made_at: new Date(),
})

const strangers: [string, () => Promise<Member>][] = [
  ['another school’s safeguarding lead', () => member('school-dsl', wilfrids)],
  ['another school’s referrer', () => member('school-referrer', wilfrids)],
  ['the co-ordinator, before any referral', () => member('coordinator', hbep)],
  ['a panel member', () => member('panel-member', larkfield)],
  ['a provider', () => member('provider-manager', provider)],
  ['finance', async () => member('finance', await organisation('team', 'Finance', 'finance'))],
  [
    'the Virtual School, for a child it does not look after',
    async () => member('virtual-school', await organisation('team', 'VS', 'virtual-school')),
  ],
]

const tables = [
  'child',
  'enrolment',
  'child_address',
  'contact',
  'special_needs',
  'top_up',
  'care_status',
  'agency_involvement',
  'admission',
  'exclusion',
  'correction',
  'proposed_change',
  'protected_location',
  'protected_notice',
] as const
const about = (table: string) => (table === 'child' ? 'id' : 'child_id')

test.each(strangers)('%s sees no row about the child, and changes none', async (_who, make) => {
  const stranger = await make()
  for (const table of tables) {
    const { rows } = await as(stranger, tx =>
      sql`select 1 from ${sql.table(table)} where ${sql.ref(about(table))} in (${alex}, ${hidden})`.execute(
        tx,
      ),
    )
    expect(rows, table).toEqual([])
  }
  const changes: Record<string, string> = {
    child: `forename = 'Gone'`,
    enrolment: `to_on = '2026-11-17'`,
    child_address: `town = 'x'`,
    contact: `name = 'x'`,
    special_needs: `status = 'ehcp'`,
    top_up: 'amount_pence = 2',
    care_status: `authority = 'x'`,
    agency_involvement: `worker = 'x'`,
    admission: `outcome = 'refused'`,
    exclusion: `sessions = 9`,
    protected_location: `ending_reason = 'x'`,
    protected_notice: `holder_organisation_id = '${stranger.organisationId}'`,
  }
  for (const [table, set] of Object.entries(changes)) {
    const { numAffectedRows } = await as(stranger, tx =>
      sql`update ${sql.table(table)} set ${sql.raw(set)} where ${sql.ref(about(table))} in (${alex}, ${hidden})`.execute(
        tx,
      ),
    )
    expect(numAffectedRows, table).toBe(0n)
  }
})

test.each(strangers)('%s can put nothing on the child’s record', async (_who, make) => {
  const stranger = await make()
  const common = `id, child_id`
  const rows: Record<string, [columns: string, values: string]> = {
    enrolment: [
      `${common}, school_id, kind, from_on`,
      `gen_random_uuid(), '${alex}', '${stranger.organisationId}', 'current', '2026-11-01'`,
    ],
    child_address: [`${common}, town, from_on`, `gen_random_uuid(), '${alex}', 'x', '2026-11-01'`],
    contact: [`${common}, name, relationship`, `gen_random_uuid(), '${alex}', 'x', 'x'`],
    special_needs: [
      `${common}, status, from_on, source`,
      `gen_random_uuid(), '${alex}', 'ehcp', '2026-11-01', 'x'`,
    ],
    top_up: [
      `${common}, school_year, amount_pence, from_on, to_on`,
      `gen_random_uuid(), '${alex}', '2026-27', 1, '2026-11-01', '2026-11-01'`,
    ],
    care_status: [
      `${common}, status, from_on, source`,
      `gen_random_uuid(), '${alex}', 'looked-after', '2026-11-01', 'x'`,
    ],
    agency_involvement: [`${common}, agency, status`, `gen_random_uuid(), '${alex}', 'x', 'open'`],
    admission: [
      `${common}, school_id, applied_on`,
      `gen_random_uuid(), '${alex}', '${larkfield}', '2026-11-01'`,
    ],
    exclusion: [
      `${common}, school_id, kind, from_on`,
      `gen_random_uuid(), '${alex}', '${larkfield}', 'permanent', '2026-11-01'`,
    ],
    protected_notice: [
      'child_id, holder_organisation_id, since',
      `'${alex}', '${stranger.organisationId}', '2026-11-01'`,
    ],
    protected_location: [
      `${common}, kind, sealed, key_number, tokens, holder_organisation_id, from_on, recorded_by`,
      `gen_random_uuid(), '${alex}', 'protected', '\\x00', 1, '{}', '${stranger.organisationId}', '2026-11-01', '${stranger.userId}'`,
    ],
    proposed_change: [
      `${common}, kind, new_upn, reason, proposed_by, proposed_by_organisation_id, proposed_at`,
      `gen_random_uuid(), '${alex}', 'upn', 'K855400126001', 'x', '${stranger.userId}', '${stranger.organisationId}', now()`,
    ],
    correction: [
      `${common}, about, record, record_id, before, reason, corrected_by, corrected_at`,
      `gen_random_uuid(), '${alex}', 'identity', 'child', '${alex}', '{}', 'x', '${stranger.userId}', now()`,
    ],
    possible_duplicate: [
      `${common}, other_child_id, because`,
      `gen_random_uuid(), '${alex}', '${other}', 'x'`,
    ],
  }
  for (const [table, [columns, values]] of Object.entries(rows))
    await expect(
      as(stranger, tx =>
        sql.raw(`insert into ${table} (${columns}) values (${values})`).execute(tx),
      ),
      table,
    ).rejects.toThrow(/row-level security|permission denied/)
})

test('Nobody deletes anything about a child, or changes whose it is', async () => {
  for (const table of tables.filter(each => each !== 'protected_notice'))
    await expect(
      as(lead, tx => sql.raw(`delete from ${table}`).execute(tx)),
      table,
    ).rejects.toThrow('permission denied')
  for (const table of tables.filter(each => each !== 'child'))
    await expect(
      as(lead, tx => sql.raw(`update ${table} set child_id = '${other}'`).execute(tx)),
      table,
    ).rejects.toThrow('permission denied')
  await expect(
    as(lead, tx =>
      sql.raw(`update child set created_by_organisation_id = '${larkfield}'`).execute(tx),
    ),
  ).rejects.toThrow('permission denied')
  await expect(
    as(lead, tx => sql.raw(`update child set merged_into_id = null`).execute(tx)),
  ).rejects.toThrow('permission denied')
})

test('A school referrer does not reach the protected address, and nobody forges who recorded it', async () => {
  const referrer = await member('school-referrer', larkfield)
  expect(
    await as(referrer, tx => tx.selectFrom('protected_location').select('id').execute()),
  ).toEqual([])
  await expect(
    as(referrer, tx => sql`select onroll.remove_ordinary_addresses(${alex})`.execute(tx)),
  ).rejects.toThrow('only a safeguarding lead')
  // A lead cannot take addresses away that were not sealed before.
  await expect(
    as(lead, async tx => {
      await tx
        .insertInto('protected_notice')
        .values({ child_id: alex, holder_organisation_id: larkfield, since: '2026-11-01' as never })
        .execute()
      await sql`select onroll.remove_ordinary_addresses(${alex})`.execute(tx)
    }),
  ).rejects.toThrow('not sealed')
})

test('A search is its own person’s, under the membership in which it was made', async () => {
  const elsewhere = { ...lead, membershipId: (await member('school-dsl', wilfrids)).membershipId }
  for (const who of [elsewhere, await member('school-dsl', larkfield)])
    expect(await as(who, tx => tx.selectFrom('child_lookup').select('id').execute())).toEqual([])
  expect((await as(lead, tx => tx.selectFrom('child_lookup').select('id').execute())).length).toBe(
    1,
  )
})

test('What protects others is not told by the guard’s own function', async () => {
  const stranger = await member('school-dsl', wilfrids)
  const { rows } = await as(stranger, tx =>
    sql`select * from onroll.tokens_protected(array[]::bytea[])`.execute(tx),
  )

  expect(rows).toEqual([])
})
