import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  ask,
  type Holder,
  type HolderOptions,
  holdEmbedded,
  scratchFolder,
  serversOf,
} from '#testing/embedded-process.ts'
import { capLog } from './log-file.ts'

// Real processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

const isRoot = process.getuid?.() === 0
if (!isRoot) console.log('Skipped: the tests that change user need root')
const daemon = 1
let scratch: ReturnType<typeof scratchFolder>
let holder: Holder

beforeEach(() => {
  scratch = scratchFolder()
})
afterEach(async () => {
  holder.process.kill('SIGKILL')
  await holder.ended
  await scratch.remove()
})

async function start(folder: string, options: HolderOptions = {}) {
  holder = holdEmbedded(folder, options)
  return (await holder.until('ready')).connection
}

async function stop() {
  holder.process.kill('SIGTERM')
  expect(await holder.ended).toBe(0)
}

test('A path too long for a socket is served from a short private folder, and stopped cleanly', async () => {
  const folder = join(scratch.folder, 'a-long-name-of-a-folder'.repeat(4), 'and-another'.repeat(8))

  const connection = await start(folder)

  expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(Buffer.byteLength(`${connection?.host}/.s.PGSQL.5432`)).toBeLessThan(100)
  expect(statSync(connection?.host ?? '').mode & 0o777).toBe(0o700)
  await stop()
  expect(serversOf(folder)).toEqual([])
})

test('A first start that is killed at any moment leaves nothing that stops the next one', async () => {
  for (const moment of [400, 500, 600, 700, 800, 900]) {
    const folder = join(scratch.folder, String(moment))
    holder = holdEmbedded(folder)
    await wait(moment)
    holder.process.kill('SIGKILL')
    await holder.ended
    expect(await ask(await start(folder), 'select 1 as one')).toEqual([{ one: 1 }])
    await stop()
  }
}, 60_000)

test('A folder with files of somebody else is refused in one line and not touched', async () => {
  mkdirSync(join(scratch.folder, 'postgres'))
  writeFileSync(join(scratch.folder, 'postgres', 'letter.txt'), 'mine')

  holder = holdEmbedded(scratch.folder)

  expect(await holder.ended).toBe(1)
  expect(holder.errors).toEqual([
    `${scratch.folder}/postgres holds files but no PostgreSQL data. Nothing was changed. Move them away, or set ONROLL_DATA to another folder.`,
  ])
  expect(readdirSync(join(scratch.folder, 'postgres'))).toEqual(['letter.txt'])
})

test.skipIf(!isRoot)(
  'Data that an ordinary user made stays that user’s when root starts Onroll',
  async () => {
    chmodSync(scratch.folder, 0o777)
    await start(scratch.folder, { uid: daemon })
    await stop()

    await start(scratch.folder)

    const [server] = serversOf(scratch.folder)
    expect(statSync(`/proc/${server}`).uid).toBe(daemon)
    expect(statSync(join(scratch.folder, 'postgres/global')).uid).toBe(daemon)
  },
)

test.skipIf(!isRoot)(
  'Data that root copied back, and so owns, is given to PostgreSQL’s user',
  async () => {
    await ask(await start(scratch.folder), 'create table kept as select 1 as row')
    await stop()
    spawnSync('chown', ['-R', '0:0', join(scratch.folder, 'postgres')])

    const connection = await start(scratch.folder)

    expect(await ask(connection, 'select * from kept')).toEqual([{ row: 1 }])
  },
)

test('The server’s log holds nothing of what was asked, refused or raised', async () => {
  const connection = await start(scratch.folder)
  await ask(connection, 'create table child (upn text unique)')
  const canary = 'CANARY-Z9'
  for (const statement of [
    `insert into child values ('${canary}'), ('${canary}')`,
    `select '${canary}'::uuid`,
    `do $$ begin raise warning '${canary}'; raise exception '${canary}'; end $$`,
    `set statement_timeout = 20; select '${canary}', pg_sleep(1)`,
    `selekt '${canary}'`,
  ])
    await expect(ask(connection, statement)).rejects.toThrow()
  await stop()

  expect(readFileSync(join(scratch.folder, 'postgres.log'), 'utf8')).not.toContain(canary)
})

test('The log keeps one old copy and never grows past its size', async () => {
  await start(scratch.folder)
  const log = join(scratch.folder, 'postgres.log')
  writeFileSync(log, 'x'.repeat(6 * 1024 * 1024))

  capLog(log)
  await stop()

  // The server goes on writing at the new end, not behind a hole as long as the old text.
  expect(statSync(log).size).toBeLessThan(10_000)
  expect(readFileSync(log, 'utf8')).toContain('database system is shut down')
  expect(statSync(`${log}.1`).size).toBe(6 * 1024 * 1024)
})
