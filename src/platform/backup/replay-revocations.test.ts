import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import { newId } from '#domain/ids.ts'
import { backupKey, emptyDatabase, temporaryFolder } from '#testing/backup-scene.ts'
import { testSite } from '#testing/site.ts'
import { asRole } from '#testing/test-server.ts'
import { world } from '#testing/world.ts'
import { noteRevocations, revocationsSince } from '../revocations.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

// Real processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

const site = await testSite()
const folder = temporaryFolder()

test('What was revoked after the backup is done again, from a file outside the database (UP-08)', async () => {
  const scene = world(site)
  const school = await scene.organisation('school')
  const [ended, changed, closed, renewed, untouched] = [
    await scene.member('school-dsl', school),
    await scene.member('school-dsl', school, { administrator: true }),
    await scene.member('school-dsl', school),
    await scene.member('school-dsl', school),
    await scene.member('school-dsl', school),
  ]
  const child = newId()
  await scene.insert('child', {
    id: child,
    forename: 'Robin',
    surname: 'Sample',
    search_name: 'robin sample',
    birth_date: '2013-02-03',
    created_by_organisation_id: school,
  })
  await scene.insert('child_address', {
    id: newId(),
    child_id: child,
    street: '1 Hidden Lane',
    from_on: '2024-01-01',
  })
  await site.admin.query(`update user_account set password_hash = 'old'`)
  await site.admin.query('delete from revocation')
  const database = asRole(site.server, 'onroll_backup', site.database)
  const backup = join(folder, 'before')
  const manifest = await makeBackup({
    database,
    key: backupKey,
    folder: backup,
    filesFolder: join(folder, 'files'),
    now: new Date('2026-11-17T02:00:00Z'),
  })
  const file = join(folder, 'revocations.jsonl')
  const note = noteRevocations({ revocationsFile: file })
  const run = () => note.work({}, site.site)

  await site.admin.query(`update membership set valid_to = '2026-11-01' where id = $1`, [
    ended.membershipId,
  ])
  await site.admin.query(
    `update membership set role = 'school-referrer', administrator = false where id = $1`,
    [changed.membershipId],
  )
  await run()
  await site.admin.query('update user_account set ended_at = now() where id = $1', [closed.userId])
  await site.admin.query(`update user_account set password_hash = 'new' where id = $1`, [
    renewed.userId,
  ])
  await scene.insert('protected_location', {
    id: newId(),
    child_id: child,
    kind: 'protected',
    sealed: Buffer.from('x'),
    key_number: 1,
    tokens: [],
    holder_organisation_id: school,
    from_on: '2026-11-17',
    recorded_by: untouched.userId,
  })
  await run()
  await run()
  expect((await site.admin.query('select 1 from revocation')).rowCount).toBe(0)
  const secret = site.site.secret
  const revocations = revocationsSince(file, secret, '2020-01-01')
  expect(revocations.map(({ kind }) => kind)).toEqual([
    'membership',
    'membership',
    'account',
    'credentials',
    'child protected',
  ])
  expect(revocationsSince(file, secret, '2099-01-01')).toEqual([])
  expect(readFileSync(file, 'utf8')).not.toMatch(/@|Sample|Lane/)

  const target = await emptyDatabase()
  const done = await restoreBackup({
    admin: target.admin,
    vault: { folder: backup, key: backupKey },
    manifest,
    filesFolder: join(folder, 'no-files-8'),
    revocations,
  })

  expect(done).toMatchObject({
    'changed or ended roles': 2,
    'closed accounts': 1,
    'passwords and factors': 1,
    'addresses of children protected since': 1,
  })
  const client = new Client(target.admin)
  await client.connect()
  const one = async (text: string, id: string) => (await client.query(text, [id])).rows[0]
  const membership = `select role, administrator, valid_to::text as "validTo" from onroll.membership where id = $1`
  const account = `select ended_at is not null as closed, password_hash as password from onroll.user_account where id = $1`
  expect(await one(membership, ended.membershipId)).toMatchObject({ validTo: '2026-11-01' })
  expect(await one(membership, changed.membershipId)).toEqual({
    role: 'school-referrer',
    administrator: false,
    validTo: null,
  })
  expect(await one(account, closed.userId)).toEqual({ closed: true, password: 'old' })
  expect(await one(account, renewed.userId)).toEqual({ closed: false, password: null })
  expect(await one(account, untouched.userId)).toEqual({ closed: false, password: 'old' })
  expect(
    await one('select id from onroll.child_address where child_id = $1', child),
  ).toBeUndefined()
  await client.end()

  writeFileSync(file, readFileSync(file, 'utf8').replace('2026-11-01', '2099-11-01'))
  expect(() => revocationsSince(file, secret, '2020-01-01')).toThrow(
    'was not written by this installation',
  )
})
