import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { county } from '#testing/county.ts'
import { referBriefly } from '#testing/refer.ts'
import { testSite } from '#testing/site.ts'

const site = await testSite({ today: '2026-11-17' })
const { member, signedIn, child, larkfield, wilfrids, hbep } = await county(site)
const school = await signedIn(await member('school-dsl', larkfield))
const coordinator = await signedIn(await member('coordinator', hbep))
const folder = join(site.folder, 'files')

const pdf = (words = 'A report about nobody') => Buffer.from(`%PDF-1.7\n${words}\n%%EOF`)
const sent = await referBriefly(site, school, await child())

async function add(browser: typeof school, name: string, bytes: Buffer, id = sent) {
  await browser.visit(`/cases/${id}/documents`)
  browser.attach('Add a document', new File([new Uint8Array(bytes)], name))
  return browser.press('Add the document')
}
const filesOf = async (id = sent) =>
  (
    await site.admin.query(
      'select * from file where referral_id = $1 and removed_at is null order by uploaded_at, id',
      [id],
    )
  ).rows
const download = (browser: typeof school, id: string) =>
  site.fetch(
    new Request(`http://127.0.0.1:3000/files/${id}`, { headers: { cookie: browser.cookie } }),
  )

test('A document is kept encrypted, and comes back byte for byte to those who may read the case', async () => {
  const bytes = pdf()
  await add(school, 'Réport “final”.pdf', bytes)
  expect(school.text).toContain('The document is added')
  expect(school.text).toContain('Not scanned')
  const [row] = await filesOf()
  const onDisk = readFileSync(join(folder, row.id))
  expect(onDisk.includes('nobody')).toBe(false)

  const answer = await download(coordinator, row.id)
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="Report final.pdf"; filename*=UTF-8''R%C3%A9port%20%E2%80%9Cfinal%E2%80%9D.pdf`,
  )
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
})

test('Wrong role: another school gets neither the list nor the file', async () => {
  const [row] = await filesOf()
  const stranger = await signedIn(await member('school-dsl', wilfrids))

  expect((await download(stranger, row.id)).status).toBe(404)
  expect((await stranger.visit(`/cases/${sent}/documents`)).status).toBe(404)
  expect((await coordinator.visit(`/files/${row.id}/remove`)).status).toBe(404)
})

test.each([
  ['a picture that is none', 'photo.png', pdf(), 'is not what its name says'],
  ['a program', 'setup.exe', Buffer.from('MZ'), 'is not a kind of file we take'],
  ['a page', 'page.html', Buffer.from('<script>'), 'is not a kind of file we take'],
  ['a text that is none', 'notes.txt', Buffer.from([65, 0, 66]), 'is not what its name says'],
  ['nothing', 'empty.pdf', Buffer.alloc(0), 'is empty'],
  ['macros', 'letter.docx', office('word/vbaProject.bin'), 'This file holds macros'],
  [
    'a zip',
    'letter.docx',
    office('hello.txt', { main: 'hello2.txt' }),
    'is not what its name says',
  ],
])('Bad input: %s is refused in words, and nothing is left', async (_what, name, bytes, words) => {
  const before = readdirSync(folder).sort()
  await add(school, name, bytes)

  expect(school.status).toBe(422)
  expect(school.text).toContain(words)
  expect(readdirSync(folder).sort()).toEqual(before)
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
})

test('A Word file without macros is taken', async () => {
  await add(school, 'plan.docx', office('word/styles.xml'))
  expect(school.text).toContain('The document is added')
})

test('Bad input: more than 25 MB is refused while it arrives', async () => {
  const large = Buffer.concat([pdf(), Buffer.alloc(25 * 1024 * 1024)])
  await add(school, 'large.pdf', large)

  expect(school.status).toBe(422)
  expect(school.text).toContain('The file must be 25 MB or smaller')
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
})

test('A name is only words: it cannot lead anywhere', async () => {
  await add(school, '../../../etc/passwd.pdf', pdf())
  const row = (await filesOf()).at(-1)

  expect(row.name).toBe('passwd.pdf')
  expect(existsSync(join(folder, row.id))).toBe(true)
})

test('Without a token from our own page, or when sent twice, nothing is added', async () => {
  const before = await filesOf()
  await school.visit(`/cases/${sent}/documents`)
  const fields = school.formData('Add the document')
  const post = (token: string | null) => {
    const form = new FormData()
    for (const [name, value] of fields) form.append(name, name === '_csrf' ? (token ?? '') : value)
    form.append('file', new File([new Uint8Array(pdf('once'))], 'once.pdf'))
    return site.fetch(
      new Request(`http://127.0.0.1:3000/cases/${sent}/documents/upload`, {
        method: 'POST',
        body: form,
        redirect: 'manual',
        headers: { cookie: school.cookie, 'sec-fetch-site': 'same-origin' },
      }),
    )
  }

  expect((await post('forged')).status).toBe(403)
  expect((await post(fields.get('_csrf'))).status).toBe(303)
  expect((await post(fields.get('_csrf'))).status).toBe(303)
  expect(await filesOf()).toHaveLength(before.length + 1)
})

test('A changed or exchanged file is not handed out', async () => {
  const [first, second] = await filesOf()
  const path = join(folder, first.id)
  const whole = readFileSync(path)
  writeFileSync(path, readFileSync(join(folder, second.id)))
  expect((await download(school, first.id)).status).toBe(500)
  whole.writeUInt8((whole.at(-1) ?? 0) ^ 1, whole.length - 1)
  writeFileSync(path, whole)
  expect((await download(school, first.id)).status).toBe(500)
})

test('A document is removed with a reason by whoever brought it', async () => {
  await add(coordinator, 'minutes.pdf', pdf('minutes'))
  const row = (await filesOf()).at(-1)
  expect((await school.visit(`/files/${row.id}/remove`)).status).toBe(404)
  await coordinator.visit(`/files/${row.id}/remove`)
  await coordinator.press('Remove the document')
  expect(coordinator.text).toContain('Say why you remove it')
  await coordinator.fill('Why do you remove it?', 'Wrong meeting').press('Remove the document')

  expect((await download(school, row.id)).status).toBe(404)
  await coordinator.visit(`/cases/${sent}/history`)
  expect(coordinator.text).toContain('Wrong meeting')
})

test('Files that no row speaks of are swept away after a day, and no others', async () => {
  const orphan = newId()
  const young = newId()
  writeFileSync(join(folder, orphan), 'left behind')
  writeFileSync(join(folder, young), 'just arrived')
  const old = new Date('2026-11-10')
  utimesSync(join(folder, orphan), old, old)
  utimesSync(join(folder, young), new Date('2026-11-17'), new Date('2026-11-17'))
  const kept = (await filesOf()).map(({ id }) => id)
  for (const id of kept) utimesSync(join(folder, id), old, old)

  await site.site.jobs.find(({ name }) => name === 'sweep-files')?.work({}, site.site)

  expect(existsSync(join(folder, orphan))).toBe(false)
  expect(existsSync(join(folder, young))).toBe(true)
  for (const id of kept) expect(existsSync(join(folder, id))).toBe(true)
})

/** A small Office file: its content types, its main part, and one part more. */
function office(more: string, { main = 'word/document.xml' } = {}): Buffer {
  const parts = [
    ['[Content_Types].xml', '<Types/>'],
    [main, '<document/>'],
    [more, 'x'],
  ] as const
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of parts) {
    const packed = deflateRawSync(Buffer.from(text))
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(8, 8)
    header.writeUInt32LE(packed.length, 18)
    header.writeUInt32LE(text.length, 22)
    header.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(text.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    bodies.push(header, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end])
}
