import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  ask,
  type Holder,
  holdEmbedded,
  scratchFolder,
  serversOf,
} from '#testing/embedded-process.ts'

// Real processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

let scratch: ReturnType<typeof scratchFolder>
let holder: Holder
let bystander: ChildProcess | undefined

beforeEach(() => {
  scratch = scratchFolder()
})
afterEach(async () => {
  holder.process.kill('SIGKILL')
  bystander?.kill('SIGKILL')
  await holder.ended
  await scratch.remove()
})

async function start() {
  holder = holdEmbedded(scratch.folder)
  return (await holder.until('ready')).connection
}

async function killHolder() {
  holder.process.kill('SIGKILL')
  await holder.ended
}

async function killServer() {
  for (const pid of serversOf(scratch.folder)) process.kill(pid, 'SIGKILL')
  while (serversOf(scratch.folder).length > 0) await wait(5)
}

test('After kill -9 of Node the server goes on, and the next start adopts it with every row', async () => {
  await ask(await start(), 'create table kept as select 1 as row')
  const before = serversOf(scratch.folder)
  await killHolder()
  expect(serversOf(scratch.folder)).toEqual(before)

  const connection = await start()

  expect(serversOf(scratch.folder)).toEqual(before)
  expect(holder.told.map(one => one.message).join()).toContain('Adopted the PostgreSQL')
  expect(await ask(connection, 'select * from kept')).toEqual([{ row: 1 }])
})

test('An adopted server is stopped by SIGTERM as one of our own', async () => {
  await start()
  await killHolder()
  await start()

  holder.process.kill('SIGTERM')

  expect(await holder.ended).toBe(0)
  expect(serversOf(scratch.folder)).toEqual([])
})

test('A start in the moment after everything was killed succeeds, ten times in a row', async () => {
  await ask(await start(), 'create table round (n int)')
  for (let n = 1; n <= 10; n++) {
    const connection = holder.told.find(one => one.event === 'ready')?.connection
    await ask(connection, `insert into round values (${n})`)
    holder.process.kill('SIGKILL')
    for (const pid of serversOf(scratch.folder)) process.kill(pid, 'SIGKILL')
    await start()
  }
  const connection = holder.told.find(one => one.event === 'ready')?.connection

  expect(await ask(connection, 'select count(*)::int from round')).toEqual([{ count: 10 }])
  expect(serversOf(scratch.folder)).toHaveLength(1)
})

test('A stale lock file whose process number now belongs to another program does not stop the start', async () => {
  await start()
  await killHolder()
  await killServer()
  // PostgreSQL itself only forgives this when the other program is another user's.
  const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  bystander = spawn('sleep', ['600'], owner)
  const file = join(scratch.folder, 'postgres', 'postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(bystander.pid)))

  const connection = await start()

  expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(bystander.exitCode).toBe(null)
})

test('An empty lock file, as a power cut leaves it, does not stop the start', async () => {
  await start()
  await killHolder()
  await killServer()
  writeFileSync(join(scratch.folder, 'postgres', 'postmaster.pid'), '')

  const connection = await start()

  expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
})
