import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { remember } from '#platform/audit.ts'
import { checkpointFault, keepCheckpoint } from '#platform/audit-checkpoints.ts'
import { testSite } from '#testing/site.ts'
import { world } from '#testing/world.ts'

const site = await testSite()
const { organisation, member, signedIn, as, insert } = world(site)
const authority = await organisation('authority', 'Fennshire County Council')
const school = await organisation('school', 'Elm Park School')
const steward = await member('data-steward', authority, { name: 'Sam Steward' })
const officer = await member('data-protection-officer', authority, { name: 'Dana Officer' })
const ada = await member('school-dsl', school, { name: 'Ada Archer' })
const ben = await member('school-referrer', school, { name: 'Ben Bell' })

const childId = newId()
await insert('child', {
  id: childId,
  forename: 'Zelda',
  surname: 'Secretname',
  birth_date: '2012-01-01',
  search_name: 'zelda secretname',
  created_by_organisation_id: school,
})
const { rows } = await site.admin.query('select reference from child where id = $1', [childId])
const reference = `C-${rows[0].reference}`
const looked = (who: typeof ada, child = childId) =>
  as(who, tx =>
    remember(tx, 'test', [
      { event: 'child.viewed', subjectKind: 'child', subjectId: child, childId: child },
    ]),
  )
await looked(ada)
await looked(ben, newId())
await as(ben, tx =>
  remember(tx, 'test', [
    { event: 'setting.changed', subjectKind: 'setting', outcome: 'refused', detail: { key: 'x' } },
  ]),
)

test('A steward finds who opened a child’s record, by the child’s reference and nothing else of the child', async () => {
  const browser = await signedIn(steward)
  await browser.visit('/audit')
  expect(browser.text).toContain('Ada Archer')
  expect(browser.text).toContain('Ben Bell')
  browser.fill('Child', reference.toLowerCase())
  await browser.press('Apply filters')
  expect(browser.text).toContain(`Child ${reference}`)
  expect(browser.text).toContain('Designated safeguarding lead, Elm Park School')
  expect(browser.text).not.toContain('Ben Bell')
  expect(browser.body).not.toContain('Secretname')
})

test('The audit is narrowed by person, event, outcome and day', async () => {
  const browser = await signedIn(officer)
  const shows = async (query: string) => (await browser.visit(`/audit?${query}`)).text
  expect(await shows('person=ben')).not.toContain('Ada Archer')
  expect(await shows('event=setting.changed')).toContain('Setting: changed')
  expect(await shows('event=setting.changed')).not.toContain('Ada Archer')
  expect(await shows('outcome=refused')).toContain('key: x')
  const today = new Date().toLocaleDateString('en-GB', { timeZone: 'Europe/London' })
  expect(await shows(`from=${today}&to=${today}`)).toContain('Ada Archer')
  expect(await shows('to=01/01/2020')).toContain('Nothing was remembered that matches')
})

test('What cannot be understood is said, and nothing is guessed', async () => {
  const browser = await signedIn(steward)
  await browser.visit('/audit?child=Ada&from=31/02/2026')
  expect(browser.text).toContain('Enter a child’s reference')
  expect(browser.text).toContain('Enter a real date')
  expect(browser.title).toMatch(/^Error: /)
  await browser.visit(
    `/audit?event=%27;drop&before=-1&person=%27%3B--&outcome=maybe&child=C-999999`,
  )
  expect(browser.status).toBe(200)
})

test('That somebody read the audit is remembered too (AUD-09)', async () => {
  const before = (await site.admin.query(`select from audit_entry where event = 'audit.read'`))
    .rowCount
  const browser = await signedIn(steward)
  await browser.visit('/audit?person=ben')
  const { rows } = await site.admin.query(
    `select user_id, detail from audit_entry where event = 'audit.read' order by seq desc`,
  )
  expect(rows).toHaveLength((before ?? 0) + 1)
  expect(rows[0]).toEqual({ user_id: steward.userId, detail: { filters: ['person'] } })
})

test('Long lists are read on, entry by entry, also while new ones come in', async () => {
  for (let n = 0; n < 60; n += 1) await looked(ben)
  const browser = await signedIn(steward)
  await browser.visit(`/audit?child=${reference}`)
  await looked(ben)
  await browser.follow('Older entries')
  expect(browser.text).toContain('Ada Archer')
  expect(browser.text).not.toContain('Older entries')
  await browser.follow('Newest entries')
  expect(browser.text).toContain('Older entries')
})

test('The entries can be taken away as a file, and that is remembered', async () => {
  const browser = await signedIn(officer)
  await browser.visit(`/audit?child=${reference}`)
  await browser.follow('Download these entries')
  expect(browser.headers.get('content-type')).toContain('text/csv')
  expect(browser.headers.get('content-disposition')).toMatch(/^attachment; filename="audit-/)
  expect(browser.body).toContain('"Ada Archer"')
  const { rows } = await site.admin.query(
    `select user_id from audit_entry where event = 'export.made'`,
  )
  expect(rows).toEqual([{ user_id: officer.userId }])
})

test('Everybody sees what they did, nobody else what others did', async () => {
  const browser = await signedIn(ben)
  await browser.visit('/account')
  await browser.follow('Show what you did')
  expect(browser.heading).toBe('What you did')
  expect(browser.text).toContain('Child: viewed')
  await browser.follow('Older entries')
  expect(browser.text).toContain('Setting: changed')
  expect((await browser.visit('/audit')).status).toBe(403)
  expect((await browser.visit('/audit/export')).status).toBe(403)

  const theirs = await as(ben, tx =>
    tx.selectFrom('audit_entry').select('user_id').where('user_id', '!=', ben.userId).execute(),
  )
  expect(theirs).toEqual([])
})

test('Who rewrites the whole chain, hashes and all, is found out by a checkpoint', async () => {
  const own = await testSite()
  const there = world(own)
  const someone = await there.member('data-steward', await there.organisation('authority'))
  const write = () =>
    there.as(someone, tx =>
      remember(tx, 'test', [{ event: 'setting.changed', subjectKind: 'test' }]),
    )
  const fault = () => checkpointFault(own.db.worker, own.folder, own.site.secret)
  const keep = (at: string) =>
    keepCheckpoint(own.db.worker, own.folder, own.site.secret, new Date(at))
  await keep('2026-11-17T09:45:00Z')
  await write()
  await write()
  await keep('2026-11-17T10:00:00Z')
  await keep('2026-11-17T10:15:00Z')
  await write()
  expect(
    readFileSync(join(own.folder, 'audit-checkpoints.jsonl'), 'utf8').trim().split('\n'),
  ).toHaveLength(2)
  expect(await fault()).toBeUndefined()

  await own.admin.query(`do $$ declare e audit_entry; before bytea := sha256('onroll audit'::bytea); begin
    update audit_entry set event = 'user.ended' where seq = 1;
    for e in select * from audit_entry order by seq loop
      e.hash := audit_hash(before, e); before := e.hash;
      update audit_entry set hash = e.hash where seq = e.seq;
    end loop;
    update audit_head set hash = before; end $$`)
  expect((await own.admin.query('select * from audit_first_break()')).rows).toEqual([])
  expect(await fault()).toContain('entries up to there were rewritten')

  await own.admin.query('delete from audit_entry where seq >= 2')
  expect(await fault()).toContain('is missing')
  const file = join(own.folder, 'audit-checkpoints.jsonl')
  writeFileSync(file, readFileSync(file, 'utf8').replace('"seq":2', '"seq":1'))
  expect(await fault()).toContain('was not written by this installation')
  writeFileSync(file, '')
  appendFileSync(file, 'nonsense\n')
  expect(await fault()).toContain('an unreadable line')
})
