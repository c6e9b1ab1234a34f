import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'
import type { Member } from '#testing/world.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, organisation, insert, child, as, larkfield, wilfrids, hbep, nwllip } =
  await county(site)
const forge = await organisation('provider', 'Forge Training')
const anvil = await organisation('provider', 'Anvil Workshops')
const team = await organisation('team', 'Quality', 'quality-assurance')
const people = {
  'another provider’s manager': await member('provider-manager', anvil, { administrator: true }),
  'a tutor there': await member('provider-tutor', forge),
  'a school that commissions there': await member('school-dsl', larkfield),
  'a school that does not': await member('school-dsl', wilfrids),
  'a panel member': await member('panel-member', larkfield),
  'a support worker': await member('support-worker', hbep),
  'a co-ordinator': await member('coordinator', hbep),
  'an officer for quality': await member('quality-assurance', team),
} as const
type Who = keyof typeof people
const manager = await member('provider-manager', forge)
const neighbour = await member('coordinator', nwllip)

const item = newId()
const record = newId()
const sighting = newId()
const person = newId()
const theirs = {
  added_by: manager.userId,
  by_organisation: forge,
  added_at: '2026-10-01T10:00:00Z',
}
await insert('provider_standing', { provider_id: forge, capacity_sessions: 40 })
await insert('evidence_item', { id: item, provider_id: forge, document: 'DOC-12', ...theirs })
await insert('evidence_item', { id: record, provider_id: forge, document: 'DOC-08', ...theirs })
for (const evidence of [item, record])
  await insert('file', {
    id: newId(),
    evidence_id: evidence,
    purpose: 'evidence of a provider',
    name: 'x.pdf',
    media_type: 'application/pdf',
    size: 1,
    sha256: 'x',
    state: 'not scanned',
    by_organisation: forge,
  })
await insert('evidence_sighting', {
  id: sighting,
  evidence_id: item,
  commissioner_id: nwllip,
  seen: true,
  seen_on: '2026-11-01',
  how: 'in Onroll',
  what_checked: 'All',
  by_user: neighbour.userId,
  recorded_at: '2026-11-01T10:00:00Z',
})
await insert('commissioner_check', {
  id: newId(),
  provider_id: forge,
  commissioner_id: nwllip,
  what: 'staff',
  checked_on: '2026-11-01',
  found: 'Well',
  by_user: neighbour.userId,
  recorded_at: '2026-11-01T10:00:00Z',
})
await insert('provider_listing', {
  id: newId(),
  provider_id: forge,
  list: 'Providers near us',
  kept_by: 'The partnership',
  since_on: '2026-10-01',
  recorded_by: neighbour.userId,
  by_organisation: nwllip,
  recorded_at: '2026-11-01T10:00:00Z',
})
await insert('provider_person', {
  id: person,
  provider_id: forge,
  name: 'Lena Lead',
  role: 'safeguarding-lead',
  check_number_end: '890',
  from_on: '2024-09-01',
})
await insert('placement', {
  id: newId(),
  child_id: await child(),
  kind: 'alternative provision',
  route: 'off-site direction',
  commissioner_id: larkfield,
  provider_id: forge,
  status: 'live',
  planned_start_on: '2026-09-07',
  made_by: people['a school that commissions there'].userId,
  made_at: '2026-09-01T10:00:00Z',
})

const count = (who: Member, query: string) =>
  as(who, async tx => (await sql.raw(query).execute(tx)).rows.length)
/** The session of `as` has no second factor; this one has shown it just now, or a while ago. */
const withFactor = async (who: Member, ago: string, query: string) => {
  const id = newId()
  await site.admin.query(
    `insert into onroll.session (id, token_hash, user_id, membership_id, csrf_secret, second_factor_at)
     values ($1::uuid, decode(md5($1::text), 'hex'), $2, $3, decode(md5($1::text), 'hex'), now() - $4::interval)`,
    [id, who.userId, who.membershipId, ago],
  )
  return site.db.as(
    { userId: who.userId, membershipId: who.membershipId, sessionId: id, purpose: 'request' },
    async tx => (await sql.raw(query).execute(tx)).rows.length,
  )
}

const reads: readonly [string, readonly Who[]][] = [
  [`select 1 from provider_person`, []],
  [`select 1 from provider_training`, []],
  [
    `select 1 from evidence_item where provider_id = '${forge}'`,
    [
      'a tutor there',
      'a school that commissions there',
      'a school that does not',
      'a co-ordinator',
      'an officer for quality',
    ],
  ],
  [
    `select 1 from provider_standing where provider_id = '${forge}'`,
    [
      'a tutor there',
      'a school that commissions there',
      'a school that does not',
      'a co-ordinator',
      'an officer for quality',
    ],
  ],
  [
    `select 1 from file where evidence_id = '${item}'`,
    [
      'a tutor there',
      'a school that commissions there',
      'a co-ordinator',
      'an officer for quality',
    ],
  ],
  [`select 1 from file where evidence_id = '${record}'`, []],
  [
    `select 1 from evidence_sighting`,
    ['a tutor there', 'a co-ordinator', 'an officer for quality'],
  ],
  [
    `select 1 from commissioner_check`,
    ['a tutor there', 'a co-ordinator', 'an officer for quality'],
  ],
  [
    `select 1 from provider_listing`,
    [
      'a tutor there',
      'a school that commissions there',
      'a school that does not',
      'a co-ordinator',
      'an officer for quality',
    ],
  ],
  [
    `select 1 from jsonb_array_elements(provider_facts(array['${forge}']::uuid[]) -> 'sightings')`,
    ['a support worker', 'a co-ordinator', 'an officer for quality'],
  ],
  [`select 1 from jsonb_array_elements(provider_facts(array['${forge}']::uuid[]) -> 'people')`, []],
  [
    `select 1 from sightings_of('${forge}')`,
    [
      'a tutor there',
      'a school that commissions there',
      'a school that does not',
      'a co-ordinator',
      'an officer for quality',
    ],
  ],
  [
    `select 1 from safeguarding_leads_of('${forge}')`,
    [
      'a tutor there',
      'a school that commissions there',
      'a school that does not',
      'a support worker',
      'a co-ordinator',
      'an officer for quality',
    ],
  ],
]
test.each(reads)('Who reads %s', async (query, allowed) => {
  for (const [who, reader] of Object.entries(people))
    expect([who, (await count(reader, query)) > 0]).toEqual([who, allowed.includes(who as Who)])
})

test('Staff and the single central record are read after the second factor alone, and by quality assurance alone', async () => {
  const officer = people['an officer for quality']
  for (const query of [
    `select 1 from provider_person`,
    `select 1 from file where evidence_id = '${record}'`,
  ]) {
    expect(await withFactor(officer, '1 minute', query)).toBe(1)
    expect(await withFactor(officer, '11 minutes', query)).toBe(0)
    expect(await withFactor(people['a co-ordinator'], '1 minute', query)).toBe(0)
    expect(await withFactor(people['a school that commissions there'], '1 minute', query)).toBe(0)
    expect(await count(manager, query)).toBe(1)
  }
})

const id = () => `'${newId()}'`
const mine = `(select my_user()), (select my_organisation()), now()`
const writes = [
  `update provider set description = 'Mine' where organisation_id = '${forge}'`,
  `update provider_standing set capacity_sessions = 1 where provider_id = '${forge}'`,
  `insert into provider_site (id, provider_id, name) values (${id()}, '${forge}', 'Mine')`,
  `insert into provider_subcontractor (id, provider_id, name, gives, from_on) values (${id()}, '${forge}', 'Me', 'All', '2026-01-01')`,
  `insert into provider_person (id, provider_id, name, role, from_on) values (${id()}, '${forge}', 'Me', 'staff', '2026-01-01')`,
  `update provider_person set role = 'staff'`,
  `insert into provider_training (id, person_id, provider_id, trained_on, trainer, recorded_by, recorded_at)
     values (${id()}, '${person}', '${forge}', '2026-01-01', 'county', (select my_user()), now())`,
  `insert into evidence_item (id, provider_id, document, added_by, by_organisation, added_at) values (${id()}, '${forge}', 'DOC-01', ${mine})`,
  `update evidence_item set superseded_at = now()`,
  `insert into insurance_policy (evidence_id, provider_id, kind, insurer, policy_number, amount_pence, starts_on, ends_on)
     values ('${item}', '${forge}', 'public-liability', 'Me', '1', 1, '2026-01-01', '2027-01-01')`,
  `insert into evidence_sighting (id, evidence_id, commissioner_id, seen, seen_on, how, what_checked, by_user, recorded_at)
     values (${id()}, '${item}', '${nwllip}', true, '2026-01-01', 'in Onroll', 'x', (select my_user()), now())`,
  `insert into evidence_sighting (id, evidence_id, commissioner_id, seen, seen_on, how, what_checked, by_user, recorded_at)
     values (${id()}, '${item}', (select my_organisation()), true, '2026-01-01', 'in Onroll', 'x', '${neighbour.userId}', now())`,
  `update evidence_sighting set withdrawn_at = now(), withdrawn_by = (select my_user()), withdrawn_because = 'x'`,
  `insert into commissioner_check (id, provider_id, commissioner_id, what, checked_on, found, by_user, recorded_at)
     values (${id()}, '${forge}', '${nwllip}', 'staff', '2026-01-01', 'x', (select my_user()), now())`,
  `insert into service_level_agreement (id, provider_id, commissioner_id, signed_on, signed_for_commissioner, signed_for_provider, recorded_by, recorded_at)
     values (${id()}, '${forge}', '${nwllip}', '2026-01-01', 'x', 'y', (select my_user()), now())`,
  `insert into provider_listing (id, provider_id, list, kept_by, since_on, recorded_by, by_organisation, recorded_at)
     values (${id()}, '${forge}', 'x', 'y', '2026-01-01', (select my_user()), '${nwllip}', now())`,
  `insert into provider_listing (id, provider_id, list, kept_by, since_on, recorded_by, by_organisation, recorded_at)
     values (${id()}, '${forge}', 'x', 'y', '2026-01-01', '${neighbour.userId}', (select my_organisation()), now())`,
  `update provider_listing set left_on = '2026-11-01'`,
  `update provider_listing set list = 'x'`,
  `insert into evidence_reminder (evidence_id, days_before, sent_at) values ('${item}', 7, now())`,
  `insert into file (id, evidence_id, purpose, name, media_type, size, sha256, state, uploaded_by, by_organisation)
     values (${id()}, '${item}', 'x', 'x', 'x', 1, 'x', 'not scanned', (select my_user()), (select my_organisation()))`,
  `update file set removed_at = now()`,
  `insert into finding (id, rule, subject_type, subject_id, provider_id, level, basis, message, fingerprint, since, facts_date)
     values (${id()}, 'EVD-01', 'provider', '${forge}', '${forge}', 'info', 'law', 'x', 'x', now(), '2026-01-01')`,
]
const refused = /row-level security|permission denied/

for (const [who, attacker] of Object.entries(people))
  test(`A provider’s record holds against ${who}`, async () => {
    for (const attack of writes) {
      const touched = await as(attacker, async tx => {
        return (await sql.raw(attack).execute(tx)).numAffectedRows ?? 0n
      }).catch((error: Error) => {
        if (!refused.test(error.message)) throw new Error(`${attack}: ${error.message}`)
        return 0n
      })
      expect([attack, touched]).toEqual([attack, 0n])
    }
  })

test('The manager changes nothing of what a commissioner saw, and signs for nobody', async () => {
  for (const attack of [
    `update evidence_item set expires_on = '2099-01-01'`,
    `update evidence_item set superseded_at = null`,
    `update evidence_sighting set withdrawn_at = now(), withdrawn_by = (select my_user())`,
    `update insurance_policy set amount_pence = 1`,
    `delete from evidence_item`,
    `insert into evidence_item (id, provider_id, document, added_by, by_organisation, added_at)
       values (${id()}, '${forge}', 'DOC-02', '${neighbour.userId}', (select my_organisation()), now())`,
    `insert into provider_training (id, person_id, provider_id, trained_on, trainer, recorded_by, recorded_at)
       values (${id()}, '${person}', '${forge}', '2026-01-01', 'county', '${neighbour.userId}', now())`,
    `insert into provider_number_check (id, provider_id, urn, confirmed, source, checked_on, checked_by, by_organisation, recorded_at)
       values (${id()}, '${forge}', '123456', true, 'x', '2026-01-01', ${mine})`,
    `insert into provider_audit (id, provider_id, audited_on, by_whom, recorded_by, by_organisation, recorded_at)
       values (${id()}, '${forge}', '2026-01-01', 'x', ${mine})`,
    `insert into provider_listing (id, provider_id, list, kept_by, since_on, recorded_by, by_organisation, recorded_at)
       values (${id()}, '${forge}', 'x', 'y', '2026-01-01', ${mine})`,
    `update provider_listing set left_on = '2026-11-01'`,
    `update finding set superseded_at = now()`,
  ]) {
    const touched = await as(
      manager,
      async tx => (await sql.raw(attack).execute(tx)).numAffectedRows ?? 0n,
    ).catch((error: Error) => {
      if (!refused.test(error.message)) throw error
      return 0n
    })
    expect([attack, touched]).toEqual([attack, 0n])
  }
})

test('Nobody who is not signed in reads any of it', async () => {
  for (const table of [
    'provider_standing',
    'provider_site',
    'provider_subcontractor',
    'provider_number_check',
    'provider_person',
    'provider_training',
    'evidence_item',
    'insurance_policy',
    'evidence_sighting',
    'commissioner_check',
    'service_level_agreement',
    'provider_audit',
    'provider_listing',
    'evidence_reminder',
  ]) {
    const { rows } = await site.db.app.query(`select 1 from ${table}`)
    expect([table, rows]).toEqual([table, []])
  }
})
