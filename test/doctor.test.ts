import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { scratchFolder } from '#testing/embedded-process.ts'
import { asSuperuserOf, onroll } from '#testing/operator.ts'

// Real processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

const scratch = scratchFolder()
const site = join(scratch.folder, 'site')
const here = { ONROLL_DATA: site, ONROLL_DEMO: '0' }
const asSuperuser = (statement: string) => asSuperuserOf(site, statement)

beforeAll(async () => {
  expect((await onroll(here, 'migrate')).out).toContain('The database is now of this version')
})
afterAll(() => scratch.remove())

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
      'Virus scanner',
      'Database',
      'Durability',
      'Roles',
      'Row-level security',
      'Migrations',
      'Clock',
      'Audit log',
      'Audit checkpoints',
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
