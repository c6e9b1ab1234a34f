import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import {
  ask,
  type Holder,
  holdEmbedded,
  scratchFolder,
  serversOf,
} from '#testing/embedded-process.ts'

const scratch = scratchFolder()
const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', scratch.folder], {
  encoding: 'utf8',
})
const hasSmallDisk = mount.status === 0
if (!hasSmallDisk) console.log(`Skipped: no small disk can be mounted here (${mount.stderr})`)

let holder: Holder | undefined
afterAll(async () => {
  holder?.process.kill('SIGKILL')
  await holder?.ended
  for (const pid of serversOf(scratch.folder)) process.kill(pid, 'SIGKILL')
  if (hasSmallDisk) spawnSync('umount', ['--lazy', scratch.folder])
  await scratch.remove()
})

test.skipIf(!hasSmallDisk)(
  'A disk that fills up loses no acknowledged row, and the server comes back by itself when there is space',
  { timeout: 120_000 },
  async () => {
    const held = holdEmbedded(scratch.folder)
    holder = held
    const { connection } = await held.until('ready')
    await ask(connection, 'create table kept (text text)')
    let acknowledged = 0
    const insert = async () => {
      await ask(connection, `insert into kept select md5(n::text) from generate_series(1, 100) n`)
      acknowledged += 100
    }
    await insert()

    const ballast = join(scratch.folder, 'ballast')
    fill(ballast)
    await expect(insert()).rejects.toMatchObject({ code: '53100' })
    // Then the log of changes itself finds no space: without a new file the server cannot go on.
    const needLog = `select pg_logical_emit_message(true, 'fill', 'the log'); select pg_switch_wal()`
    while (!held.told.some(one => one.event === 'down'))
      await ask(connection, needLog).catch(() => {})
    await wait(2000)
    rmSync(ballast)
    const freed = performance.now()
    await held.until('up')
    await insert()

    expect(performance.now() - freed).toBeLessThan(60_000)
    const [row] = await ask(connection, 'select count(*)::int from kept')
    expect(row?.count).toBe(acknowledged)
    held.process.kill('SIGTERM')
    expect(await held.ended).toBe(0)
  },
)

function fill(file: string) {
  const descriptor = openSync(file, 'w')
  try {
    for (;;) writeSync(descriptor, Buffer.alloc(64 * 1024))
  } catch {
    closeSync(descriptor)
  }
}
