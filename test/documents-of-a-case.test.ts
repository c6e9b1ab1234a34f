import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { newId } from '#domain/ids.ts'
import { fileStore } from '#platform/files/file-store.ts'
import { verifyFiles } from '#platform/files/verify-files.ts'
import { listen } from '#platform/serve.ts'
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
  ['a program in disguise', 'letter.exe.pdf', pdf('x'), 'is not a kind of file we take'],
  ['a page with a PDF’s word', 'page.pdf', Buffer.from('<html>%PDF-1.7'), 'is not what its name'],
  [
    'a PDF with a password',
    'locked.pdf',
    pdf('trailer << /Encrypt 5 0 R >>'),
    'print it to a new PDF',
  ],
  [
    'a PDF that runs',
    'run.pdf',
    pdf('/OpenAction << /S /JavaScript /JS (app) >>'),
    'holds a script',
  ],
  [
    'an old or locked Word file',
    'old.docx',
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    'without a password',
  ],
  ['a path that leads out', 'out.docx', office('../../evil'), 'macros'],
  ['a picture of 2.5 gigapixels', 'huge.png', hugePicture(), 'too large to be opened safely'],
  [
    'a bomb',
    'bomb.docx',
    office('word/styles.xml', { claims: 3_000_000_000 }),
    'damaged or protected',
  ],
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

  expect(school.status).toBe(413)
  expect(school.text).toContain('The file must be 25 MB or smaller')
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
})

test('A name is only words: it cannot lead anywhere', async () => {
  await add(school, '../../../etc/passwd.pdf', pdf('passwords'))
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

test('A changed, exchanged or missing file is not handed out, and the page says so (FI-12)', async () => {
  const [first, second] = await filesOf()
  const path = join(folder, first.id)
  const whole = readFileSync(path)
  writeFileSync(path, readFileSync(join(folder, second.id)))
  expect((await download(school, first.id)).status).toBe(409)
  const store = fileStore(site.folder, site.site.secret)
  expect((await verifyFiles(site.db, store)).faults).toMatchObject([{ id: first.id }])
  const damaged = Buffer.from(whole)
  damaged.writeUInt8((whole.at(-1) ?? 0) ^ 1, whole.length - 1)
  writeFileSync(path, damaged)
  expect((await download(school, first.id)).status).toBe(409)
  expect((await verifyFiles(site.db, store)).faults).toMatchObject([{ id: first.id }])
  rmSync(path)
  expect((await download(school, first.id)).status).toBe(409)
  expect((await verifyFiles(site.db, store)).faults).toEqual([
    { id: first.id, problem: 'it is missing' },
  ])
  writeFileSync(path, whole)
  await site.admin.query('update file set sha256 = $2 where id = $1', [first.id, second.sha256])
  expect((await verifyFiles(site.db, store)).faults).toEqual([
    { id: first.id, problem: 'it is not what was kept' },
  ])
  await site.admin.query('update file set sha256 = $2 where id = $1', [first.id, first.sha256])
  expect((await verifyFiles(site.db, store)).faults).toEqual([])
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

test('The same document is not added twice, nor more than a day or a case can hold (FI-11, FI-14)', async () => {
  await add(school, 'again.pdf', pdf())
  expect(school.status).toBe(409)
  expect(school.text).toContain('This document is there already')

  const row = (await filesOf()).at(-1)
  const copies = (count: number, size: number) =>
    site.admin.query(
      `insert into file select (jsonb_populate_record(null::file, to_jsonb(f) ||
         jsonb_build_object('id', gen_random_uuid(), 'purpose', 'copy', 'size', $3::bigint))).*
         from file f, generate_series(1, $2) where f.id = $1`,
      [row.id, count, size],
    )
  await copies(1, 1024 * 1024 * 1024)
  await add(school, 'one-more.pdf', pdf('one more'))
  expect(school.text).toContain('come to 1 GB')
  await site.admin.query(`delete from file where purpose = 'copy'`)
  await copies(500, 1)
  await add(school, 'one-more.pdf', pdf('one more'))
  expect(school.text).toContain('500 documents within a day')
  await site.admin.query(`delete from file where purpose = 'copy'`)
  await add(school, 'one-more.pdf', pdf('one more'))
  expect(school.text).toContain('The document is added')
})

test('Odd names are words only: nothing turns the text round, splits a header or breaks the page (FI-08)', async () => {
  for (const [name, kept] of [
    ['report\u202efdp.pdf', 'reportfdp.pdf'],
    ['a"b\\c\r\nSet-Cookie: x.pdf', undefined],
    ['plan 🦄.pdf', 'plan 🦄.pdf'],
    [`${'é'.repeat(254)}🦄.pdf`, `${'é'.repeat(196)}.pdf`],
    ['.hidden.pdf', '.hidden.pdf'],
    [`${'x'.repeat(195)}🦄🦄.pdf`, undefined],
  ] as const) {
    await add(school, name, pdf(name))
    const row = (await filesOf()).at(-1)
    if (kept !== undefined) expect(row.name).toBe(kept)
    const answer = await download(coordinator, row.id)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const [, encoded = ''] =
      /filename\*=UTF-8''(\S+)$/.exec(answer.headers.get('content-disposition') ?? '') ?? []
    expect(decodeURIComponent(encoded)).toBe(row.name)
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

test('A connection that breaks at half leaves no row and no file; sent again, it is there once (FI-11)', async () => {
  const { port, close } = await listen(site.app, { host: '127.0.0.1', port: 0 })
  onTestFinished(close)
  await school.visit(`/cases/${sent}/documents`)
  const before = await filesOf()
  const fields = [...school.formData('Add the document')]
    .filter(([name]) => name !== 'file')
    .map(
      ([name, value]) =>
        `--cut\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
  const file = Buffer.concat([pdf('a long report'), Buffer.alloc(400_000, 'x')])
  const body = Buffer.concat([
    Buffer.from(
      `${fields.join('')}--cut\r\ncontent-disposition: form-data; name="file"; filename="cut.pdf"\r\n\r\n`,
    ),
    file,
    Buffer.from('\r\n--cut--\r\n'),
  ])
  const send = (bytes: Buffer) =>
    new Promise<void>(resolve => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST /cases/${sent}/documents/upload HTTP/1.1\r\nhost: localhost\r\ncookie: ${school.cookie}\r\nsec-fetch-site: same-origin\r\ncontent-type: multipart/form-data; boundary=cut\r\ncontent-length: ${body.length}\r\n\r\n`,
        )
        socket.write(bytes, () => {
          if (bytes.length < body.length) setTimeout(() => socket.resetAndDestroy(), 100)
        })
      })
      socket.once('data', () => socket.destroy())
      socket.on('error', () => undefined)
      socket.once('close', () => resolve())
    })

  for (const share of [0.1, 0.5, 0.99])
    await send(body.subarray(0, Math.floor(body.length * share)))
  await vi.waitFor(() => expect(readdirSync(join(folder, 'incoming'))).toEqual([]), 5000)
  expect(await filesOf()).toEqual(before)
  await send(body)
  await send(body)

  expect(await filesOf()).toHaveLength(before.length + 1)
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

/** A PNG that says it is 50,000 pixels wide and high (FI-03). */
function hugePicture() {
  const picture = Buffer.alloc(40)
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(picture)
  picture.writeUInt32BE(50_000, 16)
  picture.writeUInt32BE(50_000, 20)
  return picture
}

/** A small Office file: its content types, its main part, and one part more. */
function office(more: string, { main = 'word/document.xml', claims = 0 } = {}): Buffer {
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
    entry.writeUInt32LE(claims || text.length, 24)
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
