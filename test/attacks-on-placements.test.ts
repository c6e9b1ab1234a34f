import { type Kysely, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'
import type { Member } from '#testing/world.ts'

// Straight at the database, as somebody would who had found a way past every page.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await county(site)
const { member, organisation, signedIn, as, insert, hbep, nwllip, larkfield, wilfrids } = world
const { caseOf, place } = placing(site, world, today)

const coordinator = await member('coordinator', hbep)
const dsl = await member('school-dsl', larkfield)
const forge = await organisation('provider', 'The Forge')
const barn = await organisation('provider', 'The Barn')
const manager = await member('provider-manager', forge)
const named = await member('provider-tutor', forge)
const outsiders: Record<string, Member> = {
  'another school': await member('school-dsl', wilfrids),
  'another partnership': await member('coordinator', nwllip),
  'another provider': await member('provider-manager', barn),
  'a tutor not named': await member('provider-tutor', forge),
  'a panel member': await member('panel-member', larkfield),
  finance: await member('finance', hbep),
}
const told = { name: 'Robin Sample', born: '2013-02-03', helps: 'Quiet' }
const { id: child } = await caseOf()
const live = await place({ child, provider: forge, by: coordinator, told })
const offered = await place({ child, provider: forge, by: coordinator, status: 'offered', told })
await insert('placement_tutor', {
  placement_id: live,
  user_id: named.userId,
  from_on: '2026-09-07',
  named_by: manager.userId,
})
await insert('placement_event', { id: newId(), placement_id: live, what: 'proposed', at: today })
await insert('placement_change', {
  id: newId(),
  placement_id: live,
  kind: 'extend',
  wanted: JSON.stringify({ endOn: '2027-03-25' }),
  reason: 'More time',
  asked_by: manager.userId,
  asked_by_organisation_id: forge,
  asked_at: `${today}T09:00:00Z`,
})
await insert('placement_agreement', {
  id: newId(),
  placement_id: live,
  party: 'school',
  agreed: true,
  recorded_by: coordinator.userId,
  recorded_at: `${today}T09:00:00Z`,
})
await insert('tripwire_override', {
  id: newId(),
  placement_id: live,
  head_name: 'Henrietta Head',
  reason: 'There is no other place that has room.',
  findings: '[]',
  made_by: coordinator.userId,
  made_at: `${today}T09:00:00Z`,
})
await insert('substantial_plan', {
  id: newId(),
  placement_id: live,
  child_id: child,
  provider_id: forge,
  made_by: coordinator.userId,
  made_at: `${today}T09:00:00Z`,
})
await insert('no_school_time', {
  id: newId(),
  child_id: child,
  from_on: '2026-09-07',
  recorded_by: dsl.userId,
  recorded_at: `${today}T09:00:00Z`,
})
await insert('medical_exception', {
  id: newId(),
  child_id: child,
  recorded_on: '2026-09-07',
  evidence: 'A letter',
  recorded_by: dsl.userId,
  recorded_at: `${today}T09:00:00Z`,
})

const attempt = (person: Member, statement: ReturnType<typeof sql>) =>
  as(person, async tx => {
    const { rows, numAffectedRows } = await statement.execute(tx as unknown as Kysely<never>)
    return Number(numAffectedRows ?? rows.length)
  })
const count = (person: Member, table: string, key: string, id: string) =>
  attempt(person, sql`select 1 from ${sql.table(table)} where ${sql.ref(key)} = ${id}`)

describe.each([
  'placement_session',
  'placement_event',
  'placement_change',
  'placement_agreement',
  'tripwire_override',
  'placement_tutor',
  'disclosure',
  'substantial_plan',
])('%s', table => {
  test('is read by who commissions it, and by nobody who has no part in it', async () => {
    expect(await count(coordinator, table, 'placement_id', live)).toBeGreaterThan(0)
    for (const [who, person] of Object.entries(outsiders))
      expect(await count(person, table, 'placement_id', live), who).toBe(0)
  })
  test('is removed by nobody', async () => {
    for (const person of [coordinator, dsl, manager, ...Object.values(outsiders)])
      expect(
        await attempt(
          person,
          sql`delete from ${sql.table(table)} where placement_id = ${live}`,
        ).catch(() => 0),
      ).toBe(0)
  })
})

test.each(['no_school_time', 'medical_exception'])(
  '%s is the school’s and its partnership’s',
  async table => {
    expect(await count(coordinator, table, 'child_id', child)).toBe(1)
    expect(await count(dsl, table, 'child_id', child)).toBe(1)
    for (const person of [manager, named, ...Object.values(outsiders)])
      expect(await count(person, table, 'child_id', child)).toBe(0)
  },
)

test('A tutor who is named reads the child and its week; drafts, agreements and overrides are not for providers', async () => {
  expect(await count(named, 'placement', 'id', live)).toBe(1)
  expect(await count(named, 'placement', 'id', offered)).toBe(0)
  for (const person of [manager, named])
    for (const table of [
      'placement_agreement',
      'placement_event',
      'tripwire_override',
      'substantial_plan',
      'finding',
    ])
      expect(await count(person, table, 'placement_id', live), table).toBe(0)
  for (const table of ['enrolment', 'care_status', 'special_needs', 'contact', 'child_address'])
    expect(await count(manager, table, 'child_id', child), table).toBe(0)
})

test('A provider reads for ten school days after the end, and no longer', async () => {
  const { id } = await caseOf()
  const over = await place({ child: id, provider: forge, by: coordinator, status: 'ended', told })
  const until = (day: string) =>
    site.admin.query('update placement set provider_reads_until = $2 where id = $1', [over, day])
  await until(today)
  expect(await count(manager, 'placement', 'id', over)).toBe(1)
  const page = await signedIn(manager)
  await page.visit(`/placed/${over}`)
  expect(page.status).toBe(200)
  await until('2026-10-01')
  expect(await count(manager, 'placement', 'id', over)).toBe(0)
  expect(await count(manager, 'disclosure', 'placement_id', over)).toBe(0)
  expect(await count(manager, 'child', 'id', id)).toBe(0)
  await page.visit(`/placed/${over}`)
  expect(page.status).toBe(404)
})

test('Nobody changes, offers, starts or ends what is not theirs', async () => {
  for (const [who, person] of Object.entries({ ...outsiders, dsl, named }))
    for (const change of [
      sql`status = 'withdrawn'`,
      sql`purpose = 'taken over'`,
      sql`provider_reads_until = '2030-01-01'`,
    ])
      expect(
        await attempt(person, sql`update placement set ${change} where id = ${offered}`).catch(
          () => 0,
        ),
        who,
      ).toBe(0)
})

test('A provider answers, and changes nothing else; nobody answers for it', async () => {
  await expect(
    attempt(manager, sql`update placement set purpose = 'x' where id = ${offered}`),
  ).rejects.toThrow(/row-level security|changes nothing else/)
  await expect(
    attempt(
      manager,
      sql`update placement set status = 'accepted', purpose = 'x' where id = ${offered}`,
    ),
  ).rejects.toThrow('changes nothing else')
  await expect(
    attempt(coordinator, sql`update placement set status = 'accepted' where id = ${offered}`),
  ).rejects.toThrow('only the provider answers')
  await expect(
    attempt(coordinator, sql`update placement set status = 'live' where id = ${offered}`),
  ).rejects.toThrow('cannot go from offered to live')
  expect(
    await attempt(
      manager,
      sql`update placement set provider_reads_until = '2030-01-01' where id = ${live}`,
    ),
  ).toBe(0)
})

test('What was shared is written in one’s own name, and never changed', async () => {
  const row = (person: Member, org: string, by = person.userId) =>
    sql`insert into disclosure (id, child_id, placement_id, to_organisation_id, how, why, by_user, by_organisation, at)
      values (${newId()}, ${child}, ${live}, ${barn}, 'x', 'x', ${by}, ${org}, now())`
  await expect(attempt(coordinator, row(coordinator, hbep, dsl.userId))).rejects.toThrow(
    'row-level security',
  )
  await expect(attempt(manager, row(manager, forge))).rejects.toThrow('row-level security')
  await expect(attempt(dsl, row(dsl, larkfield))).rejects.toThrow('row-level security')
  for (const person of [coordinator, manager])
    await expect(
      attempt(person, sql`update disclosure set why = 'y' where placement_id = ${live}`),
    ).rejects.toThrow('permission denied')
})

test('The counts of a provider are for commissioners, and say nothing that leads to a child', async () => {
  const rows = (person: Member, provider: string) =>
    as(
      person,
      async tx =>
        (
          await sql<
            Record<string, unknown>
          >`select * from onroll.provision_at(${provider}, ${child})`.execute(tx)
        ).rows,
    )
  expect(await rows(manager, forge)).toEqual([])
  expect(await rows(named, forge)).toEqual([])
  const seen = await rows(outsiders['another partnership'] as Member, forge)
  expect(seen.length).toBeGreaterThan(0)
  // Who may not see the child is not told which of them it is.
  expect(seen.some(row => row['this_child'] || row['ours'])).toBe(false)
  expect(JSON.stringify(seen)).not.toContain(child)
})

test('Facts are whole for the children one may see, and empty for others', async () => {
  const facts = (person: Member) =>
    as(person, async tx => {
      const { rows } = await sql<{
        facts: { children: unknown[]; placements: unknown[] }
      }>`select onroll.provision_facts(${`{${child}}`}::uuid[]) as facts`.execute(tx)
      return rows[0]?.facts
    })
  expect((await facts(coordinator))?.placements).toHaveLength(2)
  for (const person of [manager, ...Object.values(outsiders)])
    expect(await facts(person)).toMatchObject({ children: [], placements: [] })
})

test('An incomplete plan cannot be put in force, whatever is asked of the database', async () => {
  await expect(
    attempt(
      coordinator,
      sql`update substantial_plan set status = 'in force' where placement_id = ${live}`,
    ),
  ).rejects.toThrow('not complete')
  await expect(
    attempt(
      coordinator,
      sql`update substantial_plan set status = 'in force', written_on = '2026-11-01', purpose = 'x', start_on = '2026-11-01',
        review_on = '2026-11-10', end_on = '2026-12-01', school_agreed_on = '2026-11-01', school_agreed_by = 'x' where placement_id = ${live}`,
    ),
  ).rejects.toThrow('parental responsibility')
})

test('The wrong people do not open the pages', async () => {
  const pages = [
    '',
    '/tripwire',
    '/offer',
    '/agreements',
    '/changes',
    '/shared',
    '/short-term-plan',
  ]
  for (const [who, person] of Object.entries(outsiders)) {
    const browser = await signedIn(person)
    for (const page of pages) {
      await browser.visit(`/placements/${live}${page}`)
      expect([403, 404], `${who} ${page}`).toContain(browser.status)
    }
    await browser.visit(`/placed/${live}`)
    expect([403, 404], who).toContain(browser.status)
  }
  const school = await signedIn(dsl)
  await school.visit(`/placements/${live}`)
  expect(school.status).toBe(200)
  expect(school.text).not.toContain('End it')
  for (const page of ['/end', '/details', '/changes/new/x', '/withdraw']) {
    await school.visit(`/placements/${live}${page}`)
    expect(school.status, page).toBe(404)
  }
})
