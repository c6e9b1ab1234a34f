import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import {
  awkward,
  backupKey,
  emptyDatabase,
  everyRow,
  setBackupScene,
  temporaryFolder,
} from '#testing/backup-scene.ts'
import { testSite } from '#testing/site.ts'
import { asRole } from '#testing/test-server.ts'
import { filesBelow } from './blobs.ts'
import { checkBackup } from './check-backup.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

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

test('A backup is one moment: what is written while it is made is whole in it or not in it', async () => {
  const writing = new AbortController()
  const writes = (async () => {
    for (let n = 0; !writing.signal.aborted; n++)
      await site.admin.query(
        `with one as (insert into onroll.setting (key, value) values ($1, '1') returning key)
        insert into onroll.setting (key, value) select key || ' twin', '1' from one`,
        [`moment ${n}`],
      )
  })()
  const manifest = await backup('moment')
  writing.abort()
  await writes
  const target = await emptyDatabase()
  await restoreBackup({
    admin: target.admin,
    vault: vault('moment'),
    manifest,
    filesFolder: join(folder, 'no-files-2'),
  })

  const { setting = [] } = await everyRow(target.admin)
  const twins = setting.filter(row => row.includes(' twin')).length
  expect(setting.filter(row => row.includes('moment')).length).toBe(twins * 2)
})

test('Only the owner of the machine can read a backup, and no name lies open in it', async () => {
  await backup('closed')

  expect(statSync(join(folder, 'closed')).mode & 0o077).toBe(0)
  for (const path of filesBelow(join(folder, 'closed'))) {
    expect(statSync(join(folder, 'closed', path)).mode & 0o077).toBe(0)
    const bytes = readFileSync(join(folder, 'closed', path))
    for (const canary of ['Example', 'Northbridge', awkward, '@example.org'])
      expect(bytes.includes(canary)).toBe(false)
  }
})

test('A folder that holds anything is not written into', async () => {
  mkdirSync(join(folder, 'taken'))
  writeFileSync(join(folder, 'taken', 'mine.txt'), 'mine')

  await expect(backup('taken')).rejects.toThrow('is not empty: name a new folder for each backup')
  expect(readdirSync(join(folder, 'taken'))).toEqual(['mine.txt'])
})

test('A role that sees only part of the data is refused, since its backup would be silently empty', async () => {
  const partial = makeBackup({
    database: asRole(site.server, 'onroll_app', site.database),
    key: backupKey,
    folder: join(folder, 'partial'),
    filesFolder,
    now: new Date(),
  })

  await expect(partial).rejects.toThrow('sees only part of the data')
  expect(readdirSync(folder).filter(name => name.startsWith('partial'))).toEqual([])
})

test('The check of a backup counts what was counted when it was made', async () => {
  await backup('counted')

  expect(await checkBackup(vault('counted'))).toMatchObject({
    serverVersion: expect.any(String),
    files: [{ path: 'ab/letter' }, { path: 'empty' }],
  })
})
