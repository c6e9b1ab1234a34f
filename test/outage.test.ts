import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { scratchFolder, serversOf } from '#testing/embedded-process.ts'
import { beginOnroll, endOnrolls, startOnroll } from '#testing/operator.ts'

// Real processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

const scratch = scratchFolder()
const site = join(scratch.folder, 'site')
const here = { ONROLL_DATA: site, ONROLL_DEMO: '0' }

afterEach(endOnrolls)
afterAll(() => scratch.remove())

const killServer = () => {
  for (const pid of serversOf(site)) process.kill(pid, 'SIGKILL')
}

test('When its PostgreSQL is killed, Onroll answers 503 in plain words, and recovers by itself within ten seconds', async () => {
  const running = await startOnroll(here)
  const seen = new Set<number>()
  let plain = ''
  // With a session's cookie even a page that does not exist asks the database first.
  const headers = { cookie: `onroll=${'a'.repeat(43)}` }
  const ask = async () => {
    const [page, ready, live] = await Promise.all(
      ['/referrals', '/health/ready', '/health/live'].map(path =>
        fetch(running.address + path, { headers, redirect: 'manual' }),
      ),
    )
    seen.add(page?.status === 503 ? 503 : 200)
    expect(page?.status).not.toBe(500)
    if (page?.status === 503) plain = await page.text()
    expect([200, 503]).toContain(ready?.status)
    expect(live?.status).toBe(200)
    return page?.status !== 503 && ready?.status === 200
  }
  expect(await ask()).toBe(true)

  for (let round = 0; round < 3; round++) {
    killServer()
    const killed = performance.now()
    await wait(5)
    while (!(await ask())) expect(performance.now() - killed).toBeLessThan(10_000)
  }

  expect(seen).toEqual(new Set([200, 503]))
  expect(plain).toContain('Sorry, the service is unavailable')
  running.process.kill('SIGTERM')
  expect(await running.ended).toBe(0)
  expect(serversOf(site)).toEqual([])
})

test('Killed with kill -9, Onroll starts again at once on the server it left behind', async () => {
  const first = await startOnroll(here)
  first.process.kill('SIGKILL')
  await first.ended
  const left = serversOf(site)
  expect(left).toHaveLength(1)

  const begun = performance.now()
  const second = await startOnroll(here)

  // Five seconds on a quiet machine; this one may be busy with other tests.
  expect(performance.now() - begun).toBeLessThan(30_000)
  expect(serversOf(site)).toEqual(left)
  second.process.kill('SIGTERM')
  expect(await second.ended).toBe(0)
})

test('A second start on the same folder ends with 1 and one line; the first goes on', async () => {
  const first = await startOnroll(here)

  await expect(startOnroll(here)).rejects.toThrow(
    `It ended: Onroll is already running on ${site} (process ${first.process.pid}). Stop it first, or set ONROLL_DATA to another folder.\n`,
  )
  expect((await fetch(`${first.address}/health/ready`)).status).toBe(200)
  first.process.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

test.each([100, 400, 700, 1000])(
  'SIGTERM %i ms into a start ends it and leaves no process behind',
  async moment => {
    const start = beginOnroll(here)
    await wait(moment)
    start.process.kill('SIGTERM')
    await start.ended

    expect(serversOf(site)).toEqual([])
  },
)

test('A start that finds its port taken ends with 1 and stops the server that it started', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' ? String(address?.port) : ''

  await expect(startOnroll({ ...here, PORT: port })).rejects.toThrow('EADDRINUSE')

  expect(serversOf(site)).toEqual([])
  taken.close()
})

test('SIGTERM to npm, whose shell keeps it to itself, stops Onroll and its server too', async () => {
  const npm = spawn('npm', ['start'], {
    cwd: fileURLToPath(new URL('../', import.meta.url)),
    env: { ...process.env, ...here, PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  for await (const chunk of npm.stdout) if (String(chunk).includes('Onroll is ready')) break
  expect(serversOf(site)).toHaveLength(1)

  npm.kill('SIGTERM')

  const begun = performance.now()
  while (serversOf(site).length > 0) {
    expect(performance.now() - begun).toBeLessThan(10_000)
    await wait(100)
  }
})
