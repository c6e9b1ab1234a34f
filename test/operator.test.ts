import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { everyRow } from '#testing/backup-scene.ts'
import { startDebianPostgres } from '#testing/debian-postgres.ts'
import { scratchFolder, serversOf } from '#testing/embedded-process.ts'
import { asSuperuserOf, onroll, startOnroll, withDatabaseOf } from '#testing/operator.ts'

// Real processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

const scratch = scratchFolder()
const site = join(scratch.folder, 'site')
const here = { ONROLL_DATA: site, ONROLL_DEMO: '0' }
const rowsOf = (folder: string) => withDatabaseOf(folder, everyRow)
const asSuperuser = (statement: string) => asSuperuserOf(site, statement)

beforeAll(async () => {
  expect((await onroll(here, 'migrate')).out).toContain('The database is now of this version')
  await asSuperuser(
    `insert into onroll.user_account (id, email, name) values (gen_random_uuid(), 'somebody@example.org', 'Zoë O’Neill')`,
  )
})
afterAll(() => scratch.remove())

test('A command that does not exist, or is not understood, ends with 2 and says how it is meant', async () => {
  for (const args of [
    [],
    ['nonsense'],
    ['toString'],
    ['audit'],
    ['backup'],
    ['restore', 'a', 'b'],
    ['doctor', 'x'],
  ]) {
    const { code, errors } = await onroll(here, ...args)
    expect(code).toBe(2)
    expect(errors).toContain('Usage: npm run -s onroll --')
  }
})

test('An audit log that was tampered with does not verify', async () => {
  expect(await onroll(here, 'audit', 'verify')).toMatchObject({
    code: 0,
    out: expect.stringContaining('The audit log is whole'),
  })
  await asSuperuser('update onroll.audit_head set seq = 7')

  const { code, out } = await onroll(here, 'audit', 'verify')
  await asSuperuser('update onroll.audit_head set seq = 0')

  expect({ code, out }).toEqual({
    code: 1,
    out: 'The audit log is broken at entry 7: the newest entries are missing\n',
  })
})

test('While Onroll runs, commands join its database; a restore is refused, and the server stays up', async () => {
  const running = await startOnroll(here)
  const backup = join(scratch.folder, 'while-running')

  expect((await onroll(here, 'doctor')).out).toContain('ok    Database')
  expect((await onroll(here, 'audit', 'verify')).code).toBe(0)
  expect((await onroll(here, 'migrate')).out).toBe('The database was already of this version\n')
  expect(await onroll(here, 'backup', backup)).toMatchObject({ code: 0, errors: '' })
  expect(await onroll(here, 'restore', backup)).toMatchObject({
    code: 1,
    errors: expect.stringMatching(
      /^Onroll is already running on .* Stop it first, or set ONROLL_DATA to another folder\.\n$/,
    ),
  })
  expect((await fetch(`${running.address}/health/ready`)).status).toBe(200)

  running.process.kill('SIGTERM')
  expect(await running.ended).toBe(0)
  expect(serversOf(site)).toEqual([])
})

test('A backup is restored by command into a new folder, and Onroll starts on it', async () => {
  const backup = join(scratch.folder, 'whole')
  const there = { ...here, ONROLL_DATA: join(scratch.folder, 'moved') }
  expect((await onroll(here, 'backup', backup)).code).toBe(0)
  const before = await rowsOf(site)

  expect(await onroll(there, 'restore', backup)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('Put the secret of the installation'),
  })
  expect(existsSync(join(there.ONROLL_DATA, 'secret'))).toBe(false)
  mkdirSync(there.ONROLL_DATA, { recursive: true })
  writeFileSync(join(there.ONROLL_DATA, 'secret'), 'x'.repeat(64), { mode: 0o600 })
  expect(await onroll(there, 'restore', backup)).toMatchObject({
    code: 1,
    errors: expect.stringContaining('made with another secret'),
  })
  expect(existsSync(join(there.ONROLL_DATA, 'postgres'))).toBe(false)

  cpSync(join(site, 'secret'), join(there.ONROLL_DATA, 'secret'))
  expect(await onroll(there, 'restore', backup)).toMatchObject({
    code: 0,
    errors: '',
    out: expect.stringContaining('each compared with the backup'),
  })

  expect(await rowsOf(there.ONROLL_DATA)).toEqual(before)
  const running = await startOnroll(there)
  expect((await fetch(`${running.address}/health/ready`)).status).toBe(200)
  running.process.kill('SIGTERM')
  expect(await running.ended).toBe(0)
})

test('A backup of the embedded server is restored on a PostgreSQL server, and back again', {
  timeout: 240_000,
}, async context => {
  const debian = await startDebianPostgres().catch((error: Error) => error)
  if (debian instanceof Error) {
    console.log(`Skipped: ${debian.message}`)
    return context.skip()
  }
  onTestFinished(debian.stop)
  const there = { ...here, ONROLL_DATA: join(scratch.folder, 'debian'), DATABASE_URL: debian.url }
  mkdirSync(there.ONROLL_DATA)
  cpSync(join(site, 'secret'), join(there.ONROLL_DATA, 'secret'))
  const back = { ...here, ONROLL_DATA: join(scratch.folder, 'back') }
  mkdirSync(back.ONROLL_DATA)
  cpSync(join(site, 'secret'), join(back.ONROLL_DATA, 'secret'))

  expect(await onroll(here, 'backup', join(scratch.folder, 'from-18'))).toMatchObject({ code: 0 })
  expect(await onroll(there, 'restore', join(scratch.folder, 'from-18'))).toMatchObject({
    code: 0,
    errors: '',
  })
  expect(await onroll(there, 'doctor')).toMatchObject({
    code: 1,
    out: expect.stringContaining('ok    Roles'),
  })
  expect(await onroll(there, 'backup', join(scratch.folder, 'from-15'))).toMatchObject({
    code: 0,
    errors: '',
  })
  expect(await onroll(there, 'doctor')).toMatchObject({ code: 0 })
  expect(await onroll(back, 'restore', join(scratch.folder, 'from-15'))).toMatchObject({
    code: 0,
    errors: '',
  })

  expect(await rowsOf(back.ONROLL_DATA)).toEqual(await rowsOf(site))
  expect(readFileSync(join(there.ONROLL_DATA, 'secret'), 'utf8')).toBe(
    readFileSync(join(site, 'secret'), 'utf8'),
  )
})
