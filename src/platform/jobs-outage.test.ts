import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { serversOf } from '#testing/embedded-process.ts'
import { configuration } from './configuration.ts'
import { enqueue, job, startJobs } from './jobs.ts'
import { openGround } from './open-site.ts'

const folder = mkdtempSync('/tmp/onroll-jobs-')
const ground = await openGround(
  configuration({ ONROLL_DATA: join(folder, 'site'), ONROLL_LOG: 'quiet', ONROLL_DEMO: '0' }),
)
afterAll(async () => {
  await ground.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('Jobs go on by themselves after their PostgreSQL was killed, and none that was queued is lost', {
  timeout: 60_000,
}, async () => {
  const done: number[] = []
  const note = job({
    name: 'note',
    payload: z.object({ n: z.number() }),
    work: async ({ n }) => {
      done.push(n)
    },
  })
  const queue = (n: number) => ground.db.asWorker(tx => enqueue(tx, note, { n }))
  const runner = await startJobs({ ...ground, now: () => new Date() }, [note])
  await queue(1)
  await until(() => done.includes(1))

  for (const n of [2, 3]) {
    for (const pid of serversOf(folder)) process.kill(pid, 'SIGKILL')
    for (let queued = false; !queued; await wait(50))
      queued = await queue(n).then(
        () => true,
        () => false,
      )
    await until(() => done.includes(n))
  }

  expect(done).toEqual([1, 2, 3])
  await runner.stop()
})

async function until(isSo: () => boolean) {
  const begun = performance.now()
  while (!isSo()) {
    expect(performance.now() - begun).toBeLessThan(15_000)
    await wait(50)
  }
}
