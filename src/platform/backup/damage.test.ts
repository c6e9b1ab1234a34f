import { randomBytes, randomInt } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backupKey, setBackupScene, temporaryFolder } from '#testing/backup-scene.ts'
import { testSite } from '#testing/site.ts'
import { asRole } from '#testing/test-server.ts'
import { filesBelow } from './blobs.ts'
import { checkBackup } from './check-backup.ts'
import { makeBackup } from './make-backup.ts'

const site = await testSite()
await setBackupScene(site)
const folder = temporaryFolder()
const make = (name: string) =>
  makeBackup({
    database: asRole(site.server, 'onroll_backup', site.database),
    key: backupKey,
    folder: join(folder, name),
    filesFolder: join(folder, 'files'),
    now: new Date('2026-11-17T02:00:00Z'),
  })
mkdirSync(join(folder, 'files'))
writeFileSync(join(folder, 'files', 'letter'), randomBytes(1000))
await make('good')
await make('other')

/** A copy of the good backup with something done to it. */
async function checkAfter(harm: (copy: string) => void, key = backupKey) {
  const copy = join(folder, `harmed-${randomBytes(4).toString('hex')}`)
  cpSync(join(folder, 'good'), copy, { recursive: true })
  harm(copy)
  try {
    return await checkBackup({ folder: copy, key })
  } finally {
    rmSync(copy, { recursive: true })
  }
}

test('An unharmed copy passes', async () => {
  await expect(checkAfter(() => {})).resolves.toMatchObject({ files: [{ path: 'letter' }] })
})

test('Another secret is told as such, and not as damage', async () => {
  await expect(checkAfter(() => {}, randomBytes(32))).rejects.toThrow(
    'The backup was made with another secret. Put the secret file of that installation in place (ONROLL_SECRET_FILE) and try again.',
  )
})

test('Of any file: missing, cut short, one bit flipped, or grown, is noticed', {
  timeout: 90_000,
}, async () => {
  const all = filesBelow(join(folder, 'good'))
  const some = all.filter((name, place) => !name.startsWith('tables/') || place % 15 === 0)
  for (const name of some) {
    const size = readFileSync(join(folder, 'good', name)).length
    const noticed = (harm: (file: string) => void) =>
      expect(
        checkAfter(copy => harm(join(copy, name))),
        name,
      ).rejects.toThrow(/damaged|missing|no Onroll backup|another secret|cannot read/)
    await noticed(file => rmSync(file))
    await noticed(file => truncateSync(file, size - 1))
    await noticed(flipABit)
    await noticed(file => writeFileSync(file, ' x', { flag: 'a' }))
  }
})

test('Two tables that changed places are noticed', async () => {
  const swap = (copy: string) => {
    renameSync(join(copy, 'tables/setting.sealed'), join(copy, 'tables/aside'))
    renameSync(join(copy, 'tables/session.sealed'), join(copy, 'tables/setting.sealed'))
    renameSync(join(copy, 'tables/aside'), join(copy, 'tables/session.sealed'))
  }

  await expect(checkAfter(swap)).rejects.toThrow('The backup is damaged: tables/')
})

test('A table or a manifest of another backup under the same secret is noticed', async () => {
  const from = (name: string) => (copy: string) =>
    cpSync(join(folder, 'other', name), join(copy, name))
  await site.admin.query(`insert into onroll.setting (key, value) values ('later', '1')`)
  rmSync(join(folder, 'other'), { recursive: true })
  await make('other')

  await expect(checkAfter(from('tables/setting.sealed'))).rejects.toThrow(
    'table setting is not what was written',
  )
  await expect(checkAfter(from('manifest.sealed'))).rejects.toThrow(
    'parts are of different backups',
  )
})

test('A file that does not belong to it is noticed', async () => {
  await expect(
    checkAfter(copy => writeFileSync(join(copy, 'tables/more.sealed'), '')),
  ).rejects.toThrow('tables/more.sealed does not belong to it')
})

test('A backup of a format to come is refused as unreadable, not as damaged data', async () => {
  const newer = (copy: string) => {
    const cover = JSON.parse(readFileSync(join(copy, 'backup.json'), 'utf8'))
    writeFileSync(join(copy, 'backup.json'), JSON.stringify({ ...cover, version: 2 }))
  }

  await expect(checkAfter(newer)).rejects.toThrow(
    'written by a version of Onroll that this one cannot read',
  )
})

function flipABit(file: string) {
  const bytes = readFileSync(file)
  const place = randomInt(bytes.length)
  bytes[place] = (bytes[place] ?? 0) ^ (1 << randomInt(8))
  writeFileSync(file, bytes)
}
