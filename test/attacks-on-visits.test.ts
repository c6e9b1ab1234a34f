import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { testSite } from '#testing/site.ts'
import { planVisit, visited, writeWholeVisit } from '#testing/visited.ts'
import type { Member } from '#testing/world.ts'

const today = new Date().toISOString().slice(0, 10)
const site = await testSite({ today })
const world = await visited(site)
const { signedIn, as, coordinator, secondCoordinator, quality, secondQuality } = world
const { manager, otherManager, neighbour, dsl, otherSchool, officer, tutor, panelMember } = world

const idOf = (visit: string) => visit.split('/').at(-1) ?? ''
const asked = (who: Member, query: RawBuilder<unknown>) => as(who, tx => query.execute(tx))
const seenBy = async (who: Member, visit: string) =>
  (await asked(who, sql`select id from visit where id = ${idOf(visit)}`)).rows.length
const refused = async (who: Member, query: RawBuilder<unknown>) => {
  const done = await asked(who, query).catch((error: Error) => error)
  return done instanceof Error ? 'refused' : Number(done.numAffectedRows ?? 0)
}

async function whole() {
  const cora = await signedIn(coordinator)
  const visit = await planVisit(cora, today)
  await writeWholeVisit(cora, visit)
  return { cora, visit }
}
async function submitted() {
  const scene = await whole()
  await scene.cora.visit(`${scene.visit}/submit`)
  await scene.cora.press('Submit the report')
  return scene
}

test('A draft is its commissioner’s alone, whatever page of it is asked for', async () => {
  const { visit } = await whole()
  for (const who of [neighbour, dsl, otherSchool, officer, quality, manager, otherManager]) {
    const other = await signedIn(who)
    for (const path of ['', '/print', '/photographs']) {
      await other.visit(`${visit}${path}`)
      expect([who.role, path, other.status]).toEqual([who.role, path, 404])
      expect(other.body).not.toContain('calm place')
    }
    expect([who.role, await seenBy(who, visit)]).toEqual([who.role, 0])
  }
  for (const who of [neighbour, dsl, officer, quality])
    for (const path of ['on-site', 'about', 'areas/A', 'submit', 'cancel', 'actions/add']) {
      const other = await signedIn(who)
      await other.visit(`${visit}/${path}`)
      expect([who.role, path, other.status]).toEqual([who.role, path, 404])
    }
  for (const who of [tutor, panelMember]) {
    const other = await signedIn(who)
    await other.visit(visit)
    expect([who.role, other.status]).toEqual([who.role, 403])
    await other.visit('/visits')
    expect([who.role, other.status]).toEqual([who.role, 403])
    expect(await seenBy(who, visit)).toBe(0)
  }
  // A colleague of the same commissioner goes on with it.
  const colleague = await signedIn(secondCoordinator)
  await colleague.visit(visit)
  expect(colleague.text).toContain('calm place')
})

test('A submitted report is read by those who moderate, and its words are nobody’s to change', async () => {
  const { cora, visit } = await submitted()
  const id = idOf(visit)
  for (const [who, seen] of [
    [quality, 1],
    [secondCoordinator, 1],
    [neighbour, 0],
    [officer, 0],
    [manager, 0],
  ] as const)
    expect([who.role, await seenBy(who, visit)]).toEqual([who.role, seen])
  for (const who of [coordinator, quality]) {
    expect(await refused(who, sql`update visit set summary = 'Nothing' where id = ${id}`)).not.toBe(
      1,
    )
    expect(
      await refused(who, sql`update visit_judgement set grade = 'strong' where visit_id = ${id}`),
    ).not.toBeGreaterThan(0)
    expect(
      await refused(who, sql`update visit_item set removed_at = now() where visit_id = ${id}`),
    ).not.toBeGreaterThan(0)
  }
  for (const path of ['moderate', 'send-back', 'publish']) {
    await cora.visit(`${visit}/${path}`)
    expect([path, cora.status]).toEqual([path, 403])
  }
  expect(
    await refused(
      coordinator,
      sql`update visit set status = 'moderated', moderated_by = ${coordinator.userId}, moderated_at = now() where id = ${id}`,
    ),
  ).not.toBe(1)
  // In somebody else’s name, or past moderation straight to the library.
  expect(
    await refused(
      quality,
      sql`update visit set status = 'moderated', moderated_by = ${secondQuality.userId}, moderated_at = now() where id = ${id}`,
    ),
  ).toBe('refused')
  expect(await refused(quality, sql`update visit set status = 'published' where id = ${id}`)).toBe(
    'refused',
  )
})

test('Nobody of quality assurance moderates a visit in which they took part', async () => {
  const quinn = await signedIn(quality)
  const visit = await planVisit(quinn, today)
  await writeWholeVisit(quinn, visit)
  const id = idOf(visit)
  // A colleague of the same team submits it; who judged in it still does not moderate it.
  const rhea = await signedIn(secondQuality)
  await rhea.visit(`${visit}/submit`)
  await rhea.press('Submit the report')
  await quinn.visit(`${visit}/moderate`)
  expect(quinn.status).toBe(409)
  await rhea.visit(`${visit}/moderate`)
  expect(rhea.status).toBe(409)
  for (const who of [quality, secondQuality])
    expect(
      await refused(
        who,
        sql`update visit set status = 'moderated', moderated_by = ${who.userId}, moderated_at = now() where id = ${id}`,
      ),
    ).toBe('refused')
})

test('A visit that is not complete is not submitted past the page either', async () => {
  const cora = await signedIn(coordinator)
  const visit = await planVisit(cora, today)
  await cora.visit(`${visit}/on-site`)
  await cora.choose('What do you look at?', 'A. Books and other work').press('Keep this')
  const id = idOf(visit)
  const form = cora.formData('Keep this')
  form.set('what', 'judgement-Z')
  await cora.visit(`${visit}/on-site`, { method: 'POST', body: form })
  expect(cora.status).toBe(422)
  expect(
    await refused(
      coordinator,
      sql`update visit set status = 'submitted', submitted_by = ${coordinator.userId}, submitted_at = now() where id = ${id}`,
    ),
  ).toBe('refused')
  expect(
    await refused(
      neighbour,
      sql`insert into visit_item (id, visit_id, section, item, seen_at, by_user) values (${newId()}, ${id}, 'A', 'SV-A01', now(), ${neighbour.userId})`,
    ),
  ).toBe('refused')
  expect(
    await refused(
      coordinator,
      sql`insert into visit_item (id, visit_id, section, item, seen_at, by_user) values (${newId()}, ${id}, 'B', 'SV-A01', now(), ${coordinator.userId})`,
    ),
  ).toBe('refused')
})

test('A provider reads the report on itself, and changes nothing but what it says itself', async () => {
  const { visit } = await submitted()
  const id = idOf(visit)
  const quinn = await signedIn(quality)
  await quinn.visit(`${visit}/actions/add`)
  await quinn
    .fill('What is the provider to do?', 'Mend the fence')
    .fillDate('dueOn', '2030-01-10')
    .press('Add the action')
  await quinn.visit(`${visit}/moderate`)
  await quinn.fill('Anything to note? (optional)', 'Between us').press('I have moderated it')
  expect(await seenBy(manager, visit)).toBe(1)
  for (const who of [otherManager, tutor]) expect(await seenBy(who, visit)).toBe(0)
  expect(
    (await asked(manager, sql`select words from visit_moderation where visit_id = ${id}`)).rows,
  ).toEqual([])
  for (const query of [
    sql`update visit set summary = 'All is well' where id = ${id}`,
    sql`update visit_judgement set grade = 'strong' where visit_id = ${id}`,
    sql`update visit_action set accepted_on = current_date, accepted_by = ${manager.userId} where visit_id = ${id}`,
    sql`update visit_action set due_on = '2040-01-01' where visit_id = ${id}`,
  ])
    expect(await refused(manager, query)).not.toBe(1)
  const other = await signedIn(otherManager)
  await other.visit(`${visit}/reply`)
  expect(other.status).toBe(404)
  expect(
    await refused(
      otherManager,
      sql`insert into visit_reply (id, visit_id, reply, by_user, at) values (${newId()}, ${id}, 'No', ${otherManager.userId}, now())`,
    ),
  ).toBe('refused')
  // Nobody says for the provider that it is done.
  expect(
    await refused(
      coordinator,
      sql`update visit_action set done_on = current_date where visit_id = ${id}`,
    ),
  ).toBe('refused')
  expect(
    await refused(
      neighbour,
      sql`update visit_action set due_on = '2040-01-01' where visit_id = ${id}`,
    ),
  ).not.toBe(1)
})

test('Only what is published is adopted, by others, once, and in one’s own name', async () => {
  const { visit } = await submitted()
  const id = idOf(visit)
  const nell = await signedIn(neighbour)
  await nell.visit(`${visit}/adopt`)
  expect(nell.status).toBe(404)
  const adoption = (who: Member, organisation = who.organisationId) =>
    sql`insert into visit_adoption (visit_id, commissioner_id, adopted_on, reason, by_user, at)
      values (${id}, ${organisation}, current_date, 'We rely on it', ${who.userId}, now())`
  expect(await refused(neighbour, adoption(neighbour))).toBe('refused')
  const quinn = await signedIn(quality)
  await quinn.visit(`${visit}/moderate`)
  await quinn.press('I have moderated it')
  await quinn.visit(`${visit}/publish`)
  await quinn.tick('Publish it without the reply: waiting is worse').press('Publish the report')
  expect(await refused(coordinator, adoption(coordinator))).toBe('refused')
  expect(await refused(neighbour, adoption(neighbour, world.hbep))).toBe('refused')
  expect(await refused(manager, adoption(manager))).toBe('refused')
  expect(await refused(neighbour, adoption(neighbour))).toBe(1)
  expect(await refused(neighbour, adoption(neighbour))).toBe('refused')
  // The provider reads its published report, and not who relies on it.
  expect((await asked(manager, sql`select 1 from visit_adoption`)).rows).toEqual([])
})

test('What a device sends is held to the rules of a form', async () => {
  const cora = await signedIn(coordinator)
  const visit = await planVisit(cora, today)
  await cora.visit(`${visit}/on-site`)
  const token = cora.formData('Keep this').get('_csrf') ?? ''
  const entry = (changes: Record<string, string> = {}) => ({
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3000' },
    body: new URLSearchParams({
      _csrf: token,
      _key: newId(),
      what: 'item',
      item: 'SV-A04',
      note: 'Marked',
      at: '2031-01-01T00:00:00Z',
      ...changes,
    }),
  })
  const send = async (browser: typeof cora, changes: Record<string, string> = {}) => {
    await browser.visit(`${visit}/entries`, entry(changes))
    return browser.status
  }
  expect(await send(cora, { _csrf: 'forged' })).toBe(401)
  expect(await send(site.browser())).toBe(401)
  expect(await send(await signedIn(secondCoordinator))).toBe(401)
  expect(await send(cora, { item: 'SV-A99' })).toBe(422)
  expect(await send(cora, { _key: 'one' })).toBe(422)
  expect(await send(cora, { note: 'x'.repeat(4001) })).toBe(422)
  const key = newId()
  expect(await send(cora, { _key: key })).toBe(200)
  expect(await send(cora, { _key: key })).toBe(200)
  const { rows } = await site.admin.query(
    'select seen_at, note from visit_item where visit_id = $1',
    [idOf(visit)],
  )
  expect(rows).toHaveLength(1)
  // A device’s clock that is ahead is not believed.
  expect(rows[0].seen_at <= site.site.now()).toBe(true)
  const nell = await signedIn(neighbour)
  await nell.visit('/visits/plan')
  const own = nell.formData('Plan the visit').get('_csrf') ?? ''
  expect(await send(nell, { _csrf: own })).toBe(404)
  const mona = await signedIn(manager)
  await mona.visit('/visits')
  const hers = new URLSearchParams(mona.formData('Sign out')).get('_csrf') ?? ''
  expect(await send(mona, { _csrf: hers })).toBe(403)
})
