import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test, vi } from 'vitest'
import {
  backupKey,
  emptyDatabase,
  everyRow,
  setBackupScene,
  temporaryFolder,
} from '#testing/backup-scene.ts'
import { testSite } from '#testing/site.ts'
import { adminOf, asRole } from '#testing/test-server.ts'
import { filesBelow } from './blobs.ts'
import { checkBackup } from './check-backup.ts'
import { makeBackup } from './make-backup.ts'
import {
  filledByMigrations,
  refuseUnknownMigrations,
  refuseUnlessEmpty,
  restoreBackup,
} from './restore-backup.ts'

// Real processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

const site = await testSite()
await setBackupScene(site)
const folder = temporaryFolder()
const filesFolder = join(folder, 'files')
mkdirSync(join(filesFolder, 'ab'), { recursive: true })
writeFileSync(join(filesFolder, 'ab', 'letter'), Buffer.alloc(200_000, 'é'))
writeFileSync(join(filesFolder, 'empty'), '')
mkdirSync(join(filesFolder, 'incoming'))
writeFileSync(join(filesFolder, 'incoming', 'half'), 'still arriving')

const backup = (name: string) =>
  makeBackup({
    database: asRole(site.server, 'onroll_backup', site.database),
    key: backupKey,
    folder: join(folder, name),
    filesFolder,
    now: new Date('2026-11-17T02:00:00Z'),
  })
const vault = (name: string) => ({ folder: join(folder, name), key: backupKey })
const source = adminOf(site.server, site.database)

test('A backup restored into an empty database gives back every row of every table, and every file', async () => {
  const before = await everyRow(source)
  const manifest = await backup('whole')
  const target = await emptyDatabase()
  const restoredFiles = join(folder, 'restored')

  await restoreBackup({
    admin: target.admin,
    vault: vault('whole'),
    manifest,
    filesFolder: restoredFiles,
  })

  const after = await everyRow(target.admin)
  const changed = Object.keys(before).filter(
    table => JSON.stringify(before[table]) !== JSON.stringify(after[table]),
  )
  expect(changed).toEqual(['message', 'one_time_link', 'session'])
  expect(Object.keys(after)).toEqual(Object.keys(before))
  expect(before['child']?.[0]).toContain('🧒🏽')
  expect(manifest.tables.filter(({ rows }) => rows > 0).length).toBeGreaterThan(12)
  expect(filesBelow(restoredFiles)).toEqual(['ab/letter', 'empty'])
  for (const path of filesBelow(restoredFiles))
    expect(readFileSync(join(restoredFiles, path))).toEqual(readFileSync(join(filesFolder, path)))
})

test('After a restore nobody is signed in, no link works, no message goes out twice, and the guards are up', async () => {
  const manifest = await backup('doors')
  const target = await emptyDatabase()

  const ended = await restoreBackup({
    admin: target.admin,
    vault: vault('doors'),
    manifest,
    filesFolder: join(folder, 'no-files-1'),
  })

  expect(ended).toMatchObject({ sessions: 5, 'one-time links': 1, 'messages held back': 1 })
  const client = new Client(target.admin)
  await client.connect()
  const {
    rows: [open],
  } = await client.query(`select
    (select count(*)::int from onroll.session where ended_at is null) as sessions,
    (select count(*)::int from onroll.one_time_link where revoked_at is null and used_at is null) as links,
    (select count(*)::int from onroll.message where state = 'queued') as messages,
    (select count(*)::int from pg_class where relnamespace = 'onroll'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)) as unguarded,
    (select count(*)::int from pg_trigger where tgenabled <> 'O' and not tgisinternal) as resting`)
  expect(open).toEqual({ sessions: 0, links: 0, messages: 0, unguarded: 0, resting: 0 })
  expect(await shapeOf(client)).toEqual(await shapeOf(site.admin))
  await client.query(`select onroll.today()`)
  await client.end()
})

test('A database in which anything was done is not restored into, and stays as it was', async () => {
  const manifest = await backup('again')
  const before = await everyRow(source)

  await expect(refuseUnlessEmpty(source)).rejects.toThrow('already holds data')
  await expect(
    restoreBackup({
      admin: source,
      vault: vault('again'),
      manifest,
      filesFolder: join(folder, 'no-files-3'),
    }),
  ).rejects.toThrow('already holds data')

  expect(await everyRow(source)).toEqual(before)
})

test('What counts as empty is what migrations write, and nothing else', async () => {
  const target = await emptyDatabase()
  const rows = await everyRow(target.admin)

  const filled = Object.keys(rows).filter(
    name => rows[name]?.length && !name.startsWith('sequence'),
  )
  expect(filled).toEqual(filledByMigrations)
  await expect(refuseUnlessEmpty(target.admin)).resolves.toBeUndefined()
})

test('A restore that fails half way leaves the database empty', async () => {
  const manifest = await backup('half')
  const target = await emptyDatabase()
  mkdirSync(join(folder, 'full'))
  writeFileSync(join(folder, 'full', 'something'), 'in the way')

  await expect(
    restoreBackup({
      admin: target.admin,
      vault: vault('half'),
      manifest,
      filesFolder: join(folder, 'full'),
    }),
  ).rejects.toThrow('already holds files')

  await refuseUnlessEmpty(target.admin)
})

test('A backup of another version of the tables is refused before a database is touched', async () => {
  const { migrations, ...rest } = await checkBackup(vault('whole'))
  const manifest = { ...rest, migrations }
  const later = { name: '9999_later.sql', hash: '0'.repeat(64) }
  const changed = migrations.map(({ name }) => ({ name, hash: '0'.repeat(64) }))

  expect(() => refuseUnknownMigrations(manifest, migrations)).not.toThrow()
  expect(() => refuseUnknownMigrations(manifest, [...migrations, later])).not.toThrow()
  expect(() => refuseUnknownMigrations(manifest, changed)).toThrow(
    'made by another version of Onroll',
  )
  expect(() =>
    refuseUnknownMigrations({ ...manifest, migrations: [...migrations, later] }, migrations),
  ).toThrow('its migration 9999_later.sql is not ours')
})

/** Constraints, triggers and table settings, in words. */
async function shapeOf(client: { query: Client['query'] }) {
  const { rows } =
    await client.query(`select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as line
      from pg_constraint where connamespace = 'onroll'::regnamespace
    union all select tgrelid::regclass::text || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal
    union all select relname || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '') from pg_class where relnamespace = 'onroll'::regnamespace and relkind = 'r'
    order by 1`)
  return rows.map(({ line }) => line.replaceAll('onroll.', '')).sort()
}
