import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { newId } from '#domain/ids.ts'
import { NotJudged, readVersion, scannerPlace, scannerState } from '#platform/files/clamd.ts'
import { clamavIn, clamd, eicar } from '#testing/clamav.ts'
import { county } from '#testing/county.ts'
import { onroll } from '#testing/operator.ts'
import { referBriefly } from '#testing/refer.ts'
import { testSite } from '#testing/site.ts'
import { debianPackage } from './debian-package.ts'

// The real daemon, with one signature of our own. It is installed where it may be.
const isThere = debianPackage('clamav-daemon', [clamd], ['clamav-daemon'])
if (!isThere) console.log('Skipped: ClamAV is not installed, and may not be: run as root on Debian')
const clamav = clamavIn()
afterAll(() => clamav.remove())

const site = await testSite({
  today: '2026-11-17',
  environment: { ONROLL_CLAMAV: clamav.socket },
})
const { member, signedIn, child, organisation, larkfield, hbep } = await county(site)
const dsl = await member('school-dsl', larkfield)
const school = await signedIn(dsl)
const coordinator = await signedIn(await member('coordinator', hbep))
const authority = await organisation('authority', 'Fennshire County Council')
const stewardAs = await member('data-steward', authority)
const steward = await signedIn(stewardAs)
const sent = await referBriefly(site, school, await child())
await site.runJobs()

const add = async (name: string, bytes: string | Buffer) => {
  await school.visit(`/cases/${sent}/documents`)
  school.attach('Add a document', new File([new Uint8Array(Buffer.from(bytes))], name))
  await school.press('Add the document')
  const { rows } = await site.admin.query(
    'select id from file where referral_id = $1 order by id desc limit 1',
    [sent],
  )
  return rows[0].id as string
}
const stateOf = async (id: string) =>
  (await site.admin.query('select state, state_reason from file where id = $1', [id])).rows[0]
const fileStatus = async (browser: typeof school, id: string) =>
  (
    await site.fetch(
      new Request(`http://127.0.0.1:3000/files/${id}`, { headers: { cookie: browser.cookie } }),
    )
  ).status
/** A minute goes by: what waits is asked for again. */
const aMinuteLater = async () => {
  await site.admin.query(`update file set uploaded_at = uploaded_at - interval '1 minute'`)
  await site.site.jobs.find(({ name }) => name === 'check-waiting-files')?.work({}, site.site)
  await site.runJobs()
}
const pdf = (words: string) => `%PDF-1.7\n${words}\n%%EOF`

test('While the scanner is away a document waits: its school sees that, and nobody opens it (FI-06)', async () => {
  const id = await add('report.pdf', pdf('a report'))
  expect(school.text).toContain('It can be opened when it has been checked for viruses')
  expect(school.text).toContain('Being checked')
  await site.runJobs()

  expect(await stateOf(id)).toMatchObject({ state: 'received' })
  expect(await fileStatus(school, id)).toBe(409)
  expect(await fileStatus(coordinator, id)).toBe(404)
  await coordinator.visit(`/cases/${sent}/documents`)
  expect(coordinator.text).not.toContain('report.pdf')
  await aMinuteLater()
  expect(await stateOf(id)).toMatchObject({ state: 'received' })

  await steward.visit('/administration/scanner')
  expect(steward.text).toContain('The virus scanner does not answer')
  expect(steward.text).toContain('Waiting to be checked 1, the oldest since')
})

test.runIf(isThere)(
  'When it is back, everything that waited is checked, and clean documents can be opened (FI-06)',
  async () => {
    const more = [await add('one.pdf', pdf('one')), await add('two.txt', 'two')]
    await clamav.start()
    await aMinuteLater()

    for (const id of more) {
      expect(await stateOf(id)).toEqual({ state: 'clean', state_reason: null })
      expect(await fileStatus(coordinator, id)).toBe(200)
    }
    await coordinator.visit(`/cases/${sent}/documents`)
    expect(coordinator.text).toContain('report.pdf')
    await steward.visit('/administration/scanner')
    expect(steward.text).toContain('ClamAV 1.')
    expect(steward.text).toContain('Waiting to be checked None')
  },
)

test.runIf(isThere)(
  'A harmful document is opened by nobody; its school, the co-ordinator’s history and the data steward are told (FI-05)',
  async () => {
    await site.admin.query('delete from message')
    const id = await add('invoice.txt', eicar)
    await site.runJobs()

    expect(await stateOf(id)).toEqual({
      state: 'blocked',
      state_reason: 'Onroll.Test.Eicar.UNOFFICIAL',
    })
    for (const browser of [school, coordinator])
      expect([404, 409]).toContain(await fileStatus(browser, id))
    await school.visit(`/cases/${sent}/documents`)
    expect(school.text).toContain('The virus scanner found something harmful')
    expect(school.links.map(({ href }) => href)).not.toContain(`/files/${id}`)
    const { rows } = await site.admin.query(
      `select to_user_id as person, subject, body from message where kind = 'file blocked'`,
    )
    expect(rows.map(({ person }) => person).sort()).toEqual([dsl.userId, stewardAs.userId].sort())
    for (const { subject, body } of rows) {
      expect(subject).toMatch(/^A document of R-\d+ was blocked$/)
      expect(body).not.toContain('invoice')
    }
    await steward.visit('/administration/scanner')
    expect(steward.text).toContain('Onroll.Test.Eicar.UNOFFICIAL')
    expect(steward.text).toContain(dsl.name)
    await coordinator.visit(`/cases/${sent}/history`)
    expect(coordinator.text).toContain('Document blocked by the virus scanner')

    await school.visit(`/files/${id}/remove`)
    await school.fill('Why do you remove it?', 'Harmful').press('Remove the document')
    expect(school.text).not.toContain('invoice.txt')
  },
)

test.runIf(isThere)(
  'A scanner that takes the connection and says nothing keeps the document waiting, and nothing else',
  async () => {
    clamav.freeze()
    const place = site.site.configuration.scanner
    if (!place) throw new Error('No scanner')
    await expect(scannerState(place, { patience: 300 })).rejects.toThrow('it does not answer')
    await clamav.stop()
    await clamav.start()
  },
)

test.runIf(isThere)(
  'Documents from before there was a scanner stay open, and are checked too',
  async () => {
    const id = await add('old.txt', `a letter ${eicar}`)
    await site.admin.query('delete from graphile_worker._private_jobs')
    await site.admin.query(`update file set state = 'not scanned' where id = $1`, [id])
    expect(await fileStatus(coordinator, id)).toBe(200)

    await aMinuteLater()

    expect(await stateOf(id)).toMatchObject({ state: 'blocked' })
  },
)

test.runIf(isThere)('Judged twice at once, a document is told of once', async () => {
  await site.admin.query('delete from message')
  const id = await add('twice.txt', eicar)
  const check = site.site.jobs.find(({ name }) => name === 'check-file')
  await Promise.all([1, 2, 3].map(() => check?.work({ file: id }, site.site)))

  const { rows } = await site.admin.query(`select id from message where kind = 'file blocked'`)
  expect(rows).toHaveLength(2)
})

test.runIf(isThere)('The doctor tells the version, and that a scanner is away', async () => {
  const here = { ONROLL_DATA: join(site.folder, 'none'), ONROLL_DEMO: '0' }
  const ask = (ONROLL_CLAMAV: string) => onroll({ ...here, ONROLL_CLAMAV }, 'doctor')

  expect((await ask(clamav.socket)).out).toContain('ok    Virus scanner: ClamAV 1.')
  expect((await ask('/nowhere/clamd.ctl')).out).toContain(
    'FAIL  Virus scanner: The scanner is away',
  )
  expect((await onroll(here, 'doctor')).out).toContain('ok    Virus scanner: none is connected')
  expect((await ask('nonsense')).errors).toContain('ONROLL_CLAMAV must be')
})

test('Wrong role: the state of the scanner is for those who run the authority, and so are the files', async () => {
  for (const browser of [school, coordinator])
    expect((await browser.visit('/administration/scanner')).status).toBe(403)
  const { rows } = await site.db.app.query('select * from onroll.files_not_passed()')
  expect(rows).toEqual([])
})

test('A daemon that refuses, hangs up or talks nonsense has judged nothing', async () => {
  const answering = async (answer: string | undefined) => {
    const server: Server = createServer(socket => {
      socket.on('error', () => undefined)
      socket.once('data', () =>
        answer === undefined ? socket.destroy() : socket.end(`${answer}\0`),
      )
    })
    const path = join(site.folder, `${newId()}.sock`)
    await new Promise<void>(resolve => server.listen(path, resolve))
    onTestFinished(() => void server.close())
    return { path }
  }
  const { judgeBytes } = await import('#platform/files/clamd.ts')
  const large = Buffer.alloc(5_000_000)
  for (const answer of ['INSTREAM size limit exceeded. ERROR', 'hello', undefined, ''])
    await expect(judgeBytes(await answering(answer), large)).rejects.toThrow(NotJudged)
  expect(await judgeBytes(await answering('stream: OK'), Buffer.from('x'))).toEqual({ is: 'clean' })
  await expect(scannerState(await answering('SSH-2.0'))).rejects.toThrow(NotJudged)
})

test('Where a scanner is, and what it says of its signatures, is read strictly', () => {
  expect(scannerPlace('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' })
  expect(scannerPlace('scanner.example:3310')).toEqual({ host: 'scanner.example', port: 3310 })
  expect(scannerPlace('[::1]:3310')).toEqual({ host: '::1', port: 3310 })
  for (const wrong of ['clamd', 'a b:3310', 'host:0', 'host:70000', 'http://host:3310'])
    expect(scannerPlace(wrong), wrong).toBeUndefined()
  expect(readVersion('ClamAV 1.4.6/27823/Fri Nov 20 09:26:01 2026')).toEqual({
    version: 'ClamAV 1.4.6',
    signaturesFrom: new Date('2026-11-20T09:26:01Z'),
  })
  expect(readVersion('ClamAV 1.4.6').signaturesFrom).toBeUndefined()
})
