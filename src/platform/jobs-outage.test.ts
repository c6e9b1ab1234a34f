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

test('A job under which PostgreSQL dies ends with the process alive, and what it did is noted once the database is back', {
  timeout: 60_000,
}, async () => {
  const tried: string[] = []
  const killing = (name: string, isWell: boolean) =>
    job({
      name,
      payload: z.object({}),
      work: async () => {
        tried.push(name)
        if (tried.filter(each => each === name).length > 1) return
        for (const pid of serversOf(folder)) process.kill(pid, 'SIGKILL')
        await wait(20)
        if (!isWell) throw new Error('The database is away')
      },
    })
  const jobs = [killing('ends well', true), killing('fails', false)]
  const runner = await startJobs({ ...ground, now: () => new Date() }, jobs)
  for (const each of jobs) {
    await ground.db.asWorker(tx => enqueue(tx, each, {}))
    await until(() => tried.includes(each.name))
    await untilQueued(({ locked }) => locked === 0)
  }
  // What ended well was noted as done; what failed waits for its next try.
  await untilQueued(({ names }) => names === 'fails' || names === null)

  await runner.stop()
})

test('What a killed process was at is taken up again at the next start', async () => {
  await ground.db.worker.query('delete from graphile_worker._private_jobs')
  const done: string[] = []
  const left = job({
    name: 'left behind',
    payload: z.object({}),
    work: async () => void done.push('left behind'),
  })
  await ground.db.asWorker(tx => enqueue(tx, left, {}))
  await ground.db.worker.query(
    `update graphile_worker._private_jobs set locked_by = 'somebody who was killed', locked_at = now()`,
  )

  const runner = await startJobs({ ...ground, now: () => new Date() }, [left], { isAlone: true })
  await until(() => done.length === 1)
  await runner.stop()
})

async function untilQueued(isSo: (queue: { locked: number; names: string | null }) => boolean) {
  const begun = performance.now()
  for (;;) {
    const found = await ground.db.worker
      .query(
        `select count(locked_by)::int as locked, string_agg(task_identifier, ', ') as names from graphile_worker.jobs`,
      )
      .catch(() => undefined)
    if (found && isSo(found.rows[0])) return
    expect(performance.now() - begun).toBeLessThan(15_000)
    await wait(50)
  }
}

async function until(isSo: () => boolean) {
  const begun = performance.now()
  while (!isSo()) {
    expect(performance.now() - begun).toBeLessThan(15_000)
    await wait(50)
  }
}
