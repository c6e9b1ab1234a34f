import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, type ClientConfig } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '#platform/postgres/start.ts'
import { everyRow } from '#testing/backup-scene.ts'
import { startDebianPostgres } from '#testing/debian-postgres.ts'
import { scratchFolder, serversOf } from '#testing/embedded-process.ts'
import { onroll, startOnroll } from '#testing/operator.ts'

const scratch = scratchFolder()
const site = join(scratch.folder, 'site')
const here = { ONROLL_DATA: site, ONROLL_DEMO: '0' }
const quiet = { info: () => undefined, warn: () => undefined }

beforeAll(async () => {
  expect((await onroll(here, 'migrate')).out).toContain('The database is now of this version')
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

test('The doctor finds a sound installation sound, line by line', async () => {
  const { code, out, errors } = await onroll(here, 'doctor')

  expect(errors).toBe('')
  expect(
    out
      .split('\n')
      .filter(Boolean)
      .map(line => line.replace(/:.*/, '')),
  ).toEqual(
    [
      'Runtime',
      'Secret',
      'Disk',
      'Database',
      'Durability',
      'Roles',
      'Row-level security',
      'Migrations',
      'Clock',
      'Audit log',
      'Backup',
    ].map(what => `ok    ${what}`),
  )
  expect(code).toBe(0)
})

test.each([
  [
    'Row-level security',
    'alter table onroll.child no force row level security',
    'alter table onroll.child force row level security',
  ],
  ['Roles', 'alter role onroll_app bypassrls', 'alter role onroll_app nobypassrls'],
  ['Roles', 'grant onroll_access to onroll_app', 'revoke onroll_access from onroll_app'],
  [
    'Durability',
    'alter role onroll_app set synchronous_commit = off',
    'alter role onroll_app reset synchronous_commit',
  ],
  [
    'Migrations',
    `update onroll.migration set hash = reverse(hash) where name like '0003%'`,
    `update onroll.migration set hash = reverse(hash) where name like '0003%'`,
  ],
  [
    'Audit log',
    'update onroll.audit_head set seq = seq + 1',
    'update onroll.audit_head set seq = seq - 1',
  ],
])('The doctor notices: %s (%s)', async (what, harm, mend) => {
  await asSuperuser(harm)
  const { code, out } = await onroll(here, 'doctor')
  await asSuperuser(mend)

  expect(out.match(/^FAIL {2}.*?(?=:)/gm)).toEqual([`FAIL  ${what}`])
  expect(code).toBe(1)
})

test('The doctor notices a secret that others can read', async () => {
  chmodSync(join(site, 'secret'), 0o644)
  const { code, out } = await onroll(here, 'doctor')
  chmodSync(join(site, 'secret'), 0o600)

  expect(out).toContain(`run “chmod 600 ${site}/secret”`)
  expect(code).toBe(1)
})

test('The doctor wants a backup once there are real people, and no older than a night', async () => {
  await asSuperuser(
    `insert into onroll.user_account (id, email, name) values (gen_random_uuid(), 'real@example.org', 'Real Person')`,
  )
  expect((await onroll(here, 'doctor')).out).toContain('FAIL  Backup: none has been made')

  expect((await onroll(here, 'backup', join(scratch.folder, 'nightly'))).code).toBe(0)
  expect((await onroll(here, 'doctor')).out).toContain('ok    Backup: made 0 hours ago')

  writeFileSync(
    join(site, 'last-backup.json'),
    JSON.stringify({ madeAt: '2026-01-01T00:00:00Z', folder: '/x' }),
  )
  expect((await onroll(here, 'doctor')).out).toMatch(/FAIL {2}Backup: made \d+ hours ago in \/x/)
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
  timeout: 90_000,
}, async context => {
  const debian = await startDebianPostgres().catch((error: Error) => error)
  if (debian instanceof Error) {
    console.log(`Skipped: ${debian.message}`)
    return context.skip()
  }
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
  await debian.stop()

  expect(await rowsOf(back.ONROLL_DATA)).toEqual(await rowsOf(site))
  expect(readFileSync(join(there.ONROLL_DATA, 'secret'), 'utf8')).toBe(
    readFileSync(join(site, 'secret'), 'utf8'),
  )
})

async function withServer<T>(folder: string, work: (admin: ClientConfig) => Promise<T>) {
  const embedded = await startEmbedded({ folder, log: quiet })
  try {
    return await work(embedded.connection(embedded.superuser, 'onroll'))
  } finally {
    await embedded.stop()
  }
}

const rowsOf = (folder: string) => withServer(folder, everyRow)

const asSuperuser = (statement: string) =>
  withServer(site, async admin => {
    const client = new Client(admin)
    await client.connect()
    await client.query(statement)
    await client.end()
  })
