import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
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
let connection: pg.ClientConfig | undefined

beforeEach(async () => {
  scratch = scratchFolder()
  holder = holdEmbedded(scratch.folder)
  connection = (await holder.until('ready')).connection
})
afterEach(async () => {
  holder.process.kill('SIGKILL')
  await holder.ended
  await scratch.remove()
})

test('A server killed under a running application is back within ten seconds, with every row', async () => {
  await ask(connection, 'create table kept (n int)')
  for (let round = 1; round <= 3; round++) {
    await ask(connection, `insert into kept values (${round})`)
    for (const pid of serversOf(scratch.folder)) process.kill(pid, 'SIGKILL')
    const killed = performance.now()
    await holder.until('down', round)
    await holder.until('up', round)
    expect(performance.now() - killed).toBeLessThan(10_000)
  }

  expect(await ask(connection, 'select count(*)::int from kept')).toEqual([{ count: 3 }])
  expect(serversOf(scratch.folder)).toHaveLength(1)
})

test('A crash of one server process, which ends every connection, is told and survived', async () => {
  const [server] = serversOf(scratch.folder)
  const doomed = ask(connection, `select pg_sleep(60), 'doomed'`).catch((error: Error) => error)
  const pid = await backendThatSleeps()

  process.kill(pid, 'SIGKILL')

  expect(await doomed).toBeInstanceOf(Error)
  await holder.until('down')
  await holder.until('up')
  expect(serversOf(scratch.folder)).toEqual([server])
  expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('An adopted server that is killed is replaced too', async () => {
  holder.process.kill('SIGKILL')
  await holder.ended
  holder = holdEmbedded(scratch.folder)
  connection = (await holder.until('ready')).connection
  for (const pid of serversOf(scratch.folder)) process.kill(pid, 'SIGKILL')

  await holder.until('up')

  expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('SIGTERM in the middle of a restart leaves no process behind', async () => {
  for (const pid of serversOf(scratch.folder)) process.kill(pid, 'SIGKILL')
  await holder.until('down')

  holder.process.kill('SIGTERM')

  expect(await holder.ended).toBe(0)
  expect(serversOf(scratch.folder)).toEqual([])
})

test('Ctrl-C, which a terminal sends to the whole group, lets Onroll stop the server itself', async () => {
  // A transaction is open: the server would refuse to shut down smartly, and must not hang.
  const open = ask(connection, 'begin; select pg_sleep(60)').catch((error: Error) => error)
  await backendThatSleeps()

  process.kill(-(holder.process.pid ?? 0), 'SIGINT')

  expect(await holder.ended).toBe(0)
  expect(serversOf(scratch.folder)).toEqual([])
  expect(await open).toBeInstanceOf(Error)
})

async function backendThatSleeps(): Promise<number> {
  for (;;) {
    const [row] = await ask(
      connection,
      `select pid from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()`,
    )
    if (row) return row.pid
    await wait(20)
  }
}
