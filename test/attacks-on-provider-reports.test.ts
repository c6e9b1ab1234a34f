import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { placing } from '#testing/placing.ts'
import { testSite } from '#testing/site.ts'
import type { Member } from '#testing/world.ts'

// By every page, and straight at the database, as somebody would who had found a way past them.
const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await county(site)
const { member, organisation, signedIn, as, insert, hbep, nwllip, larkfield, wilfrids } = world
const { caseOf, place } = placing(site, world, today)

const coordinator = await member('coordinator', hbep)
const referrer = await member('school-referrer', larkfield)
const dsl = await member('school-dsl', larkfield)
const officer = await member('virtual-school', world.virtualSchoolTeam)
const forge = await organisation('provider', 'The Forge')
const barn = await organisation('provider', 'The Barn')
const manager = await member('provider-manager', forge)
const tutor = await member('provider-tutor', forge)
const providerLead = await member('provider-dsl', forge)
const outsiders: Record<string, Member> = {
  'the safeguarding lead of another school': await member('school-dsl', wilfrids),
  'another partnership': await member('coordinator', nwllip),
  'the manager of another provider': await member('provider-manager', barn),
  'the safeguarding lead of another provider': await member('provider-dsl', barn),
  'a tutor not named': await member('provider-tutor', forge),
  'a support worker': await member('support-worker', hbep),
  SENA: await member('sena', await organisation('team', 'SENA', 'sena')),
  'a panel member': await member('panel-member', larkfield),
  'quality assurance': await member(
    'quality-assurance',
    await organisation('team', 'Quality', 'quality-assurance'),
  ),
  finance: await member('finance', hbep),
}
const told = { name: 'Robin Sample' }
const { id: child } = await caseOf({ care: 'looked-after', lookedAfterBy: 'fennshire' })
const placement = await place({ child, provider: forge, by: coordinator, told })
await insert('placement_tutor', {
  placement_id: placement,
  user_id: tutor.userId,
  from_on: '2026-09-07',
  named_by: manager.userId,
})

async function report(status: 'draft' | 'sent', more: Record<string, unknown> = {}) {
  const id = newId()
  await insert('provider_report', {
    id,
    placement_id: placement,
    kind: 'incident',
    status,
    happened_on: today,
    happened_at: '10:40',
    place: 'In the yard',
    account: 'Words of an incident',
    done_at_once: 'Taken apart',
    injuries: 'Nobody was hurt',
    held: false,
    police: false,
    carers_told: true,
    safeguarding: true,
    by_user: tutor.userId,
    by_organisation: forge,
    begun_at: `${today}T09:00:00Z`,
    ...(status === 'sent' ? { sent_by: tutor.userId, sent_at: `${today}T09:30:00Z` } : {}),
    ...more,
  })
  await insert('provider_report_safeguarding', {
    id: newId(),
    report_id: id,
    words: 'Words for leads alone',
    by_user: tutor.userId,
    by_organisation: forge,
    at: `${today}T09:10:00Z`,
  })
  return id
}
const sent = await report('sent')
const draft = await report('draft')

const attempt = (who: Member, statement: RawBuilder<unknown>) =>
  as(who, async tx => {
    const { rows, numAffectedRows } = await statement.execute(tx)
    return Number(numAffectedRows ?? rows.length)
  })
const refused = (who: Member, statement: RawBuilder<unknown>) =>
  attempt(who, statement).then(
    count => (count === 0 ? 'refused' : `done: ${count}`),
    (error: Error) =>
      /row-level|permission|follows|whole/.test(error.message) ? 'refused' : error,
  )
const reads = (who: Member, table: string, id: string) =>
  attempt(who, sql`select 1 from ${sql.table(table)} where report_id = ${id}`)

test('Whoever has no part in it finds neither report nor list, by page or by SQL', async () => {
  for (const [who, person] of Object.entries(outsiders)) {
    const page = await signedIn(person)
    for (const id of [sent, draft])
      for (const path of [
        '',
        '/print',
        '/safeguarding',
        '/safeguarding/write',
        '/check',
        '/correct',
      ]) {
        await page.visit(`/provider-reports/${id}${path}`)
        expect([403, 404], `${who} ${path}`).toContain(page.status)
        expect(page.body).not.toMatch(/Words of an incident|for leads alone/)
      }
    await page.visit('/provider-reports/export')
    expect(page.body).not.toMatch(/N-\d{4}/)
    await page.visit(`/placed/${placement}/reports`)
    expect([403, 404], who).toContain(page.status)
    for (const id of [sent, draft]) {
      expect(await attempt(person, sql`select 1 from provider_report where id = ${id}`), who).toBe(
        0,
      )
      for (const table of ['provider_report_safeguarding', 'provider_report_reading'])
        expect(await reads(person, table, id), who).toBe(0)
    }
  }
})

test('What is for leads alone is read by its author and by the leads of both sides, and by nobody else of either', async () => {
  for (const who of [tutor, providerLead, dsl])
    expect(await reads(who, 'provider_report_safeguarding', sent), who.role).toBe(1)
  for (const who of [manager, referrer, coordinator, officer]) {
    expect(await attempt(who, sql`select 1 from provider_report where id = ${sent}`)).toBe(1)
    expect(await reads(who, 'provider_report_safeguarding', sent), who.role).toBe(0)
    const page = await signedIn(who)
    for (const path of ['', '/print', '/safeguarding']) {
      await page.visit(`/provider-reports/${sent}${path}`)
      expect(page.body, `${who.role} ${path}`).not.toContain('for leads alone')
    }
    expect([403, 404]).toContain(page.status)
  }
  // A draft is not the school’s yet, the lead’s neither.
  for (const who of [dsl, referrer, coordinator, officer]) {
    expect(await attempt(who, sql`select 1 from provider_report where id = ${draft}`)).toBe(0)
    expect(await reads(who, 'provider_report_safeguarding', draft)).toBe(0)
  }
})

test('When the child leaves its roll, a school reads nothing more of it at the next request', async () => {
  const page = await signedIn(dsl)
  await page.visit(`/provider-reports/${sent}/safeguarding`)
  expect(page.status).toBe(200)
  await site.admin.query(`update enrolment set to_on = '2026-11-01' where child_id = $1`, [child])
  await page.visit(`/provider-reports/${sent}/safeguarding`)
  expect(page.status).toBe(404)
  await page.visit(`/provider-reports/${sent}`)
  expect(page.status).toBe(404)
  await site.admin.query('update enrolment set to_on = null where child_id = $1', [child])
})

test('What was sent is changed by nobody, not by who wrote it', async () => {
  for (const who of [tutor, manager, providerLead, dsl, coordinator, ...Object.values(outsiders)]) {
    for (const statement of [
      sql`update provider_report set account = 'Nothing happened' where id = ${sent}`,
      sql`update provider_report set status = 'discarded' where id = ${sent}`,
      sql`update provider_report set safeguarding = false where id = ${sent}`,
      sql`update provider_report_safeguarding set words = 'Nothing' where report_id = ${sent}`,
      sql`delete from provider_report where id = ${sent}`,
      sql`delete from provider_report_safeguarding where report_id = ${sent}`,
    ])
      expect(await refused(who, statement), who.role).toBe('refused')
  }
  const page = await signedIn(tutor)
  await page.visit(`/provider-reports/${sent}/incident`)
  await page.visit(`/provider-reports/${sent}/check`)
  expect(page.status).toBe(404)
})

test('Nobody writes for another, of another’s child, or sends what is not whole', async () => {
  const begin = (by: Member, values: Record<string, unknown> = {}) => {
    const row = {
      id: newId(),
      placement_id: placement,
      kind: 'incident',
      by_user: by.userId,
      by_organisation: by.organisationId,
      begun_at: `${today}T09:00:00Z`,
      ...values,
    }
    return sql`insert into provider_report (${sql.join(Object.keys(row).map(each => sql.ref(each)))}) values (${sql.join(Object.values(row))})`
  }
  for (const who of [dsl, coordinator, officer, ...Object.values(outsiders)])
    expect(await refused(who, begin(who)), who.role).toBe('refused')
  for (const values of [
    { by_user: manager.userId },
    { by_organisation: barn },
    { status: 'sent', sent_by: tutor.userId, sent_at: `${today}T09:00:00Z` },
    // A correction follows what was sent, and not a draft.
    { corrects_id: draft, number: 2 },
  ])
    expect(await refused(tutor, begin(tutor, values)), JSON.stringify(values)).toBe('refused')
  const { rows } = await site.admin.query('select reference from provider_report where id = $1', [
    draft,
  ])
  expect(
    await refused(
      tutor,
      begin(tutor, { corrects_id: draft, number: 2, reference: rows[0].reference }),
    ),
  ).toBe('refused')
  const empty = newId()
  await attempt(tutor, begin(tutor, { id: empty }))
  expect(
    await refused(
      tutor,
      sql`update provider_report set status = 'sent', sent_by = ${tutor.userId}, sent_at = now() where id = ${empty}`,
    ),
  ).toBe('refused')
  expect(
    await refused(
      tutor,
      sql`update provider_report set status = 'sent', sent_by = ${manager.userId}, sent_at = now() where id = ${draft}`,
    ),
  ).toBe('refused')
})

test('Nobody says that another has read it, or in another’s job', async () => {
  const read = (by: Member, values: Record<string, unknown> = {}) => {
    const row = {
      id: newId(),
      report_id: sent,
      by_user: by.userId,
      by_organisation: by.organisationId,
      as_role: by.role,
      at: `${today}T10:00:00Z`,
      ...values,
    }
    return sql`insert into provider_report_reading (${sql.join(Object.keys(row).map(each => sql.ref(each)))}) values (${sql.join(Object.values(row))})`
  }
  expect(await refused(referrer, read(referrer, { as_role: 'school-dsl' }))).toBe('refused')
  expect(await refused(referrer, read(referrer, { by_user: dsl.userId }))).toBe('refused')
  expect(await refused(referrer, read(referrer, { report_id: draft }))).toBe('refused')
  expect(await refused(manager, read(manager, { as_role: 'coordinator' }))).toBe('refused')
  for (const [who, person] of Object.entries(outsiders))
    expect(await refused(person, read(person, { as_role: 'school-dsl' })), who).toBe('refused')
  const page = await signedIn(manager)
  await page.visit(`/provider-reports/${sent}`)
  expect(page.buttons).not.toContain('I have read it')
})

test('Fields that the form does not have change nothing', async () => {
  const page = await signedIn(tutor)
  await page.visit(`/provider-reports/${draft}/incident`)
  const form = page.formData('Save and finish later')
  form.set('by_organisation', barn)
  await page.visit(`/provider-reports/${draft}/incident`, {
    method: 'POST',
    body: form,
    headers: { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  })
  expect(page.status).toBe(400)
})
