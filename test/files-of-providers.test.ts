import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clamavIn, clamd, eicar } from '#testing/clamav.ts'
import { county } from '#testing/county.ts'
import { testSite } from '#testing/site.ts'
import { debianPackage } from './debian-package.ts'

// The real daemon, with one signature of our own. It is installed where it may be.
const isThere = debianPackage('clamav-daemon', [clamd], ['clamav-daemon'])
const clamav = clamavIn()
afterAll(() => clamav.remove())

const site = await testSite({
  today: '2026-11-17',
  environment: { ONROLL_CLAMAV: clamav.socket },
})
const { member, signedIn, organisation, hbep } = await county(site)
const forge = await organisation('provider', 'Forge Training')
const managerAs = await member('provider-manager', forge)
const manager = await signedIn(managerAs)
const coordinator = await signedIn(await member('coordinator', hbep))
const authority = await organisation('authority', 'Fennshire County Council')
const stewardAs = await member('data-steward', authority)
const steward = await signedIn(stewardAs)
const here = `/providers/${forge}/evidence/DOC-12`
await manager.visit(`${here}/add`)
await manager.press('Save and add the file')

const pdf = (words = 'A policy of nobody') => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`)
const attach = async (name: string, bytes: Buffer | string) => {
  await manager.visit(here)
  manager.attach('Add a file', new File([new Uint8Array(Buffer.from(bytes))], name))
  await manager.press('Add the file')
}
const files = async () =>
  (
    await site.admin.query(
      'select * from file where evidence_id is not null and removed_at is null order by uploaded_at, id',
    )
  ).rows
const open = (browser: typeof manager, id: string) =>
  site.fetch(
    new Request(`http://127.0.0.1:3000${here}/files/${id}`, {
      headers: { cookie: browser.cookie },
    }),
  )
const aMinuteLater = async () => {
  await site.admin.query(`update file set uploaded_at = uploaded_at - interval '1 minute'`)
  await site.site.jobs.find(({ name }) => name === 'check-waiting-files')?.work({}, site.site)
  await site.runJobs()
}
const folder = join(site.folder, 'files')

test.each([
  ['FI-01', 'large.pdf', Buffer.alloc(26 * 1024 * 1024, pdf()), 413, '25 MB or smaller'],
  ['FI-02', 'bomb.docx', Buffer.from('PK\u0003\u0004nothing'), 422, 'damaged or protected'],
  ['FI-03', 'huge.png', hugePicture(), 422, 'too large to be opened safely'],
  ['FI-04', 'page.html', Buffer.from('<script>'), 422, 'is not a kind of file we take'],
  ['FI-04', 'letter.exe.pdf', pdf(), 422, 'is not a kind of file we take'],
  ['FI-04', 'run.pdf', pdf('/OpenAction << /S /JavaScript >>'), 422, 'holds a script'],
  ['FI-07', 'locked.pdf', pdf('trailer << /Encrypt 5 0 R >>'), 422, 'print it to a new PDF'],
])('%s: %s is refused in words, and nothing is left', async (_id, name, bytes, status, words) => {
  await attach(name, bytes)
  expect(manager.status).toBe(status)
  expect(manager.text).toContain(words)
  expect(await files()).toEqual([])
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
})

test('FI-06: while the scanner is away a file waits: its provider sees that, and nobody opens it', async () => {
  await attach('policy.pdf', pdf())
  expect(manager.text).toContain('It can be opened when it has been checked for viruses')
  expect(manager.text).toContain('Being checked')
  await site.runJobs()
  const [file] = await files()
  expect(file.state).toBe('received')
  expect((await open(manager, file.id)).status).toBe(409)
  expect((await open(coordinator, file.id)).status).toBe(404)
  await coordinator.visit(here)
  expect(coordinator.text).not.toContain('policy.pdf')
})

test('FI-11, FI-14: the same file is not added twice, nor more than a day or a document can hold', async () => {
  await attach('again.pdf', pdf())
  expect(manager.status).toBe(409)
  expect(manager.text).toContain('This document is there already, as “policy.pdf”')
  const [file] = await files()
  const copies = (count: number, size: number) =>
    site.admin.query(
      `insert into file select (jsonb_populate_record(null::file, to_jsonb(f) ||
         jsonb_build_object('id', gen_random_uuid(), 'purpose', 'copy', 'size', $3::bigint))).*
         from file f, generate_series(1, $2) where f.id = $1`,
      [file.id, count, size],
    )
  await copies(1, 1024 * 1024 * 1024)
  await attach('more.pdf', pdf('more'))
  expect(manager.text).toContain('The documents of this version of the document come to 1 GB')
  await site.admin.query(`delete from file where purpose = 'copy'`)
  await copies(500, 1)
  await attach('more.pdf', pdf('more'))
  expect(manager.text).toContain('500 documents within a day')
  await site.admin.query(`delete from file where purpose = 'copy'`)
})

test.runIf(isThere)(
  'FI-06, FI-08, FI-09: when the scanner is back the file opens, as a download alone, under its own name',
  async () => {
    await attach('a"b\u202e plän.pdf', pdf('a name'))
    await clamav.start()
    await aMinuteLater()
    for (const { id, name, state } of await files()) {
      expect(state).toBe('clean')
      const answer = await open(coordinator, id)
      expect(answer.status).toBe(200)
      const disposition = answer.headers.get('content-disposition') ?? ''
      expect(disposition).toMatch(/^attachment;/)
      expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(name)
      expect(name).not.toContain('\u202e')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    }
  },
)

test.runIf(isThere)(
  'FI-05: a harmful file is opened by nobody; its provider and the data steward are told',
  async () => {
    await attach('invoice.txt', eicar)
    await site.runJobs()
    const file = (await files()).at(-1)
    expect(file.state).toBe('blocked')
    for (const browser of [manager, coordinator])
      expect([404, 409]).toContain((await open(browser, file.id)).status)
    await manager.visit(here)
    expect(manager.text).toContain('The virus scanner found something harmful')
    expect(manager.links.map(({ href }) => href)).not.toContain(`${here}/files/${file.id}`)
    const { rows } = await site.admin.query(
      `select to_user_id as person, subject, body from message where kind = 'file blocked'`,
    )
    expect(rows.map(({ person }) => person).sort()).toEqual(
      [managerAs.userId, stewardAs.userId].sort(),
    )
    for (const { subject, body } of rows) {
      expect(subject).toBe('A document of the provider Forge Training was blocked')
      expect(body).not.toContain('invoice')
    }
    expect(rows.find(({ person }) => person === managerAs.userId)?.body).toContain(here)
    await steward.visit('/administration/scanner')
    expect(steward.text).toContain('Forge Training')
  },
)

test.runIf(isThere)(
  'FI-12: a file that is damaged on the disk is not handed out, and the page says so',
  async () => {
    const file = (await files()).find(({ state }) => state === 'clean')
    writeFileSync(join(folder, file.id), 'something else')
    const answer = await open(coordinator, file.id)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('missing or damaged')
  },
)

/** A PNG that says it is 50,000 pixels wide and high (FI-03). */
function hugePicture() {
  const picture = Buffer.alloc(40)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(picture)
  picture.writeUInt32BE(50_000, 16)
  picture.writeUInt32BE(50_000, 20)
  return picture
}
