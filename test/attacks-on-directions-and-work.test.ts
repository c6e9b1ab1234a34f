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
const { member, organisation, as, insert, child, hbep, nwllip, larkfield, wilfrids } = world
const { caseOf, place } = placing(site, world, today)

const dsl = await member('school-dsl', larkfield)
const coordinator = await member('coordinator', hbep)
const sena = await member('sena', await organisation('team', 'SENA', 'sena'))
const forge = await organisation('provider', 'The Forge')
const manager = await member('provider-manager', forge)
const outsiders: Record<string, Member> = {
  'another school': await member('school-dsl', wilfrids),
  'another partnership': await member('coordinator', nwllip),
  'a provider': manager,
  'a panel member': await member('panel-member', larkfield),
  finance: await member('finance', hbep),
}
const { id: pupil } = await caseOf()
const other = await child()
const placement = await place({ child: other, provider: forge, by: dsl })

const text = 'Larkfield directs this child off-site to improve behaviour. '.repeat(3)
const contents = {
  purpose: 'improve-behaviour',
  start_on: '2026-12-07',
  address: '1 Forge Yard',
  report_to: 'Manager',
  number_of_days: 10,
  reasons: 'Disruption',
  objectives: 'Calm',
  sessions_a_day: 1,
  session_start: '09:30',
  session_finish: '12:00',
}
async function direction(more: Record<string, unknown> = {}) {
  const id = await insert('off_site_direction', {
    id: newId(),
    child_id: pupil,
    school_id: larkfield,
    ...contents,
    made_by: dsl.userId,
    made_at: `${today}T09:00:00Z`,
    ...more,
  })
  return id
}
const review = (directionId: string, more: Record<string, unknown> = {}) =>
  insert('off_site_review', {
    id: newId(),
    direction_id: directionId,
    due_on: '2026-12-14',
    made_by: dsl.userId,
    made_at: `${today}T09:00:00Z`,
    ...more,
  })
const issued = await direction({
  status: 'issued',
  notice: JSON.stringify({ text }),
  notice_on: today,
  notice_to: 'Parent',
})
const held = await review(issued, { held_on: today, decision: 'continue', attendees: 'All' })
await insert('off_site_review_request', {
  id: newId(),
  direction_id: issued,
  asked_on: today,
  asked_by: 'parent',
  answer: 'No',
  answered_on: today,
  recorded_by: dsl.userId,
  recorded_at: `${today}T09:00:00Z`,
})
const work = await insert('placement', {
  id: newId(),
  child_id: pupil,
  kind: 'work experience',
  route: 'work experience',
  commissioner_id: larkfield,
  planned_start_on: today,
  made_by: dsl.userId,
  made_at: `${today}T09:00:00Z`,
})
await insert('work_experience', { placement_id: work, host_name: 'A garage' })

const attempt = (person: Member, statement: ReturnType<typeof sql>) =>
  as(person, async tx => {
    const { rows, numAffectedRows } = await statement.execute(tx as unknown as Kysely<never>)
    return Number(numAffectedRows ?? rows.length)
  })
const count = (person: Member, table: string, key: string, id: string) =>
  attempt(person, sql`select 1 from ${sql.table(table)} where ${sql.ref(key)} = ${id}`)
const refused = (person: Member, statement: ReturnType<typeof sql>) =>
  attempt(person, statement).catch(() => 0)

describe.each([
  ['off_site_direction', 'id', issued],
  ['off_site_review', 'direction_id', issued],
  ['off_site_review_request', 'direction_id', issued],
  ['work_experience', 'placement_id', work],
] as const)('%s', (table, key, id) => {
  test('is read by the school and whose case it is, and by nobody who has no part in it', async () => {
    expect(await count(dsl, table, key, id)).toBe(1)
    expect(await count(coordinator, table, key, id)).toBe(1)
    for (const [who, person] of Object.entries(outsiders))
      expect(await count(person, table, key, id), who).toBe(0)
  })
  test('is removed by nobody', async () => {
    for (const person of [dsl, coordinator, sena, ...Object.values(outsiders)])
      expect(
        await refused(person, sql`delete from ${sql.table(table)} where ${sql.ref(key)} = ${id}`),
      ).toBe(0)
  })
})

test('A draft is its school’s alone, and nobody directs for another school', async () => {
  const draft = await direction()
  expect(await count(dsl, 'off_site_direction', 'id', draft)).toBe(1)
  for (const person of [coordinator, sena, ...Object.values(outsiders)]) {
    expect(await count(person, 'off_site_direction', 'id', draft)).toBe(0)
    expect(
      await refused(person, sql`update off_site_direction set reasons = 'x' where id = ${draft}`),
    ).toBe(0)
  }
  for (const person of [coordinator, ...Object.values(outsiders)])
    await expect(
      attempt(
        person,
        sql`insert into off_site_direction (id, child_id, school_id, purpose, made_by, made_at)
          values (${newId()}, ${pupil}, ${person.organisationId}, 'improve-behaviour', ${person.userId}, now())`,
      ),
    ).rejects.toThrow()
  await expect(
    attempt(
      dsl,
      sql`insert into off_site_direction (id, child_id, school_id, purpose, status, made_by, made_at)
        values (${newId()}, ${pupil}, ${larkfield}, 'improve-behaviour', 'issued', ${dsl.userId}, now())`,
    ),
  ).rejects.toThrow()
})

test('Nothing is issued without what the law asks for, and what was issued stays word for word', async () => {
  const issue = (id: string) =>
    attempt(
      dsl,
      sql`update off_site_direction set status = 'issued', notice = ${JSON.stringify({ text })}::jsonb, notice_on = ${today},
        notice_to = 'Parent', notice_sha256 = 'forged' where id = ${id}`,
    )
  for (const missing of ['address', 'report_to', 'number_of_days', 'objectives', 'session_finish'])
    await expect(issue(await direction({ [missing]: null }))).rejects.toThrow(/prescribe/)
  await expect(issue(await direction({ sessions_a_day: 2 }))).rejects.toThrow(/prescribe/)
  await expect(issue(await direction({ purpose: 'health' }))).rejects.toThrow(/consents/)
  const whole = await direction()
  await expect(issue(whole)).rejects.toThrow(/first review/)
  await review(whole)
  expect(await issue(whole)).toBe(1)
  const { rows } = await site.admin.query(
    `select notice_sha256 = encode(sha256(convert_to(notice ->> 'text', 'UTF8')), 'hex') as kept from off_site_direction where id = $1`,
    [whole],
  )
  expect(rows[0].kept).toBe(true)
  for (const change of [
    sql`notice = '{"text": "other"}'`,
    sql`notice_sha256 = 'x'`,
    sql`notice_on = '2026-01-01'`,
    sql`address = 'elsewhere'`,
    sql`start_on = '2026-12-08'`,
    sql`purpose = 'other'`,
    sql`status = 'draft'`,
    sql`status = 'ended'`,
    sql`placement_id = ${placement}`,
  ])
    await expect(
      attempt(dsl, sql`update off_site_direction set ${change} where id = ${whole}`),
    ).rejects.toThrow()
  expect(
    await attempt(
      dsl,
      sql`update off_site_direction set status = 'revoked', ended_on = ${today}, ended_because = 'Wrong' where id = ${whole}`,
    ),
  ).toBe(1)
  await expect(
    attempt(dsl, sql`update off_site_direction set ended_because = 'x' where id = ${whole}`),
  ).rejects.toThrow(/stays as it was/)
})

test('What a review decided and what was answered stays; only the authority asks in its own name', async () => {
  await expect(
    attempt(dsl, sql`update off_site_review set decision = 'end' where id = ${held}`),
  ).rejects.toThrow(/stays as it was/)
  await expect(
    attempt(
      dsl,
      sql`update off_site_review_request set answer = 'Yes' where direction_id = ${issued}`,
    ),
  ).rejects.toThrow(/stays as it was/)
  for (const person of [coordinator, ...Object.values(outsiders)])
    await expect(
      attempt(
        person,
        sql`insert into off_site_review_request (id, direction_id, asked_on, asked_by, recorded_by, recorded_at)
          values (${newId()}, ${issued}, ${today}, 'authority', ${person.userId}, now())`,
      ),
    ).rejects.toThrow()
  await expect(
    attempt(
      sena,
      sql`insert into off_site_review_request (id, direction_id, asked_on, asked_by, recorded_by, recorded_at)
        values (${newId()}, ${issued}, ${today}, 'parent', ${sena.userId}, now())`,
    ),
  ).rejects.toThrow()
})

test('Findings about a direction are written by its school alone', async () => {
  const forge = (person: Member) =>
    attempt(
      person,
      sql`insert into finding (id, rule, subject_type, subject_id, child_id, level, basis, blocks, message, fingerprint, since, facts_date)
        values (${newId()}, 'OSD-02', 'off-site-direction', ${issued}, ${pupil}, 'info', 'law', '{}', 'Forged', ${newId()}, now(), ${today})`,
    )
  for (const person of [coordinator, sena, ...Object.values(outsiders)])
    await expect(forge(person)).rejects.toThrow()
  expect(await forge(dsl)).toBe(1)
  for (const person of Object.values(outsiders))
    expect(await count(person, 'finding', 'subject_id', issued)).toBe(0)
})

test('Only a host is started without an offer, and it is treated as provision once, for the same child', async () => {
  const proposed = await place({ child: other, provider: forge, by: dsl, status: 'proposed' })
  await expect(
    attempt(
      dsl,
      sql`update placement set status = 'live', started_on = ${today} where id = ${proposed}`,
    ),
  ).rejects.toThrow()
  await expect(
    attempt(
      dsl,
      sql`insert into work_experience (placement_id, host_name) values (${proposed}, 'x')`,
    ),
  ).rejects.toThrow(/belongs to work experience/)
  await expect(
    attempt(
      dsl,
      sql`update work_experience set reclassified_to = ${placement}, reclassified_because = 'x' where placement_id = ${work}`,
    ),
  ).rejects.toThrow(/same child/)
  for (const person of [coordinator, ...Object.values(outsiders)])
    expect(
      await refused(
        person,
        sql`update work_experience set lebc_check_on = ${today} where placement_id = ${work}`,
      ),
    ).toBe(0)
})
