import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { type ClientRequest, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { county } from '#testing/county.ts'
import { scratchFolder } from '#testing/embedded-process.ts'
import { liveSite } from '#testing/live-site.ts'
import { endOnrolls, onroll, startOnroll } from '#testing/operator.ts'
import { referBriefly } from '#testing/refer.ts'

// Real processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const scratch = scratchFolder()
const folder = join(scratch.folder, 'site')
let scene: Awaited<ReturnType<typeof setScene>>
beforeAll(async () => {
  scene = await setScene()
})
afterAll(async () => {
  await scene?.site.close()
  endOnrolls()
  await scratch.remove()
})

/** An Onroll as its user starts it, and somebody of a school on the page that takes documents. */
async function setScene() {
  const running = await startOnroll({ ONROLL_DATA: folder, ONROLL_DEMO: '0', ONROLL_LOG: 'quiet' })
  const site = await liveSite(folder, running.address)
  const { member, signedIn, child, larkfield } = await county(site)
  const school = await signedIn(await member('school-dsl', larkfield))
  const sent = await referBriefly(site, school, await child())
  const page = `/cases/${sent}/documents`
  await school.visit(page)
  const fields = [...school.formData('Add the document')]
    .filter(([name]) => name !== 'file')
    .map(
      ([name, value]) =>
        `--cut\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
  const head = `${fields.join('')}--cut\r\ncontent-disposition: form-data; name="file"; filename="large.pdf"\r\n\r\n%PDF-1.7`
  const { hostname, port } = new URL(running.address)
  const headers = {
    cookie: school.cookie,
    'sec-fetch-site': 'same-origin',
    'content-type': 'multipart/form-data; boundary=cut',
  }
  const memory = () =>
    Number(
      /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${running.process.pid}/status`, 'utf8'))?.[1],
    ) * 1024
  return {
    site,
    address: running.address,
    hostname,
    port: Number(port),
    path: `${page}/upload`,
    headers,
    head,
    memory,
  }
}

const megabyte = Buffer.alloc(1024 * 1024, 'x')
const incoming = () => readdirSync(join(folder, 'files', 'incoming'))
const rows = async () => (await scene.site.admin.query('select id from file')).rows.length

/** Sends so many megabytes, of which the head says so much (or nothing), until it is answered. */
async function send(megabytes: number, length?: number): Promise<{ status: number; sent: number }> {
  const { hostname, port, path, headers, head } = scene
  const more = length === undefined ? {} : { 'content-length': length }
  const asking = request({ hostname, port, path, method: 'POST', headers: { ...headers, ...more } })
  asking.on('error', () => undefined)
  const answer = answerTo(asking)
  asking.write(head)
  let sent = 0
  let isAnswered = false
  void answer.then(() => {
    isAnswered = true
  })
  for (; sent < megabytes && !isAnswered; sent += 1) {
    const isFull = !asking.write(megabyte)
    if (isFull) await Promise.race([new Promise(go => asking.once('drain', go)), answer])
  }
  if (!isAnswered) asking.end('\r\n--cut--\r\n')
  const status = await answer
  asking.destroy()
  return { status, sent }
}

const answerTo = (asking: ClientRequest) =>
  new Promise<number>(resolve => {
    asking.on('response', response => resolve(response.resume().statusCode ?? 0))
    asking.on('close', () => resolve(0))
  })

/** The most memory that Onroll took while this was done, more than before. */
async function growth(work: () => Promise<unknown>): Promise<number> {
  const before = scene.memory()
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, scene.memory() - before)
  }, 20)
  await work().finally(() => clearInterval(watch))
  return most / 1024 / 1024
}

test('FI-01: 100 MB that say so are not read at all, and that do not say so are refused when the limit is passed', async () => {
  await send(30)
  const mostOfOne = await growth(async () => {
    expect((await send(100, 100 * 1024 * 1024)).status).toBe(413)
    const { status, sent } = await send(100)
    expect(status).toBe(413)
    // Somebody who goes on is listened to a little, and then cut off.
    expect(sent).toBeLessThan(80)
    expect((await send(30)).status).toBe(413)
  })
  expect(mostOfOne).toBeLessThan(50)
  await vi.waitFor(() => expect(incoming()).toEqual([]), 5_000)
  expect(await rows()).toBe(0)
})

test('FI-01: a length that is not true leaves nothing, and the next visitor is served', async () => {
  const { head, headers, hostname, port, path } = scene
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  for (const length of [head.length + 10, 40 * 1024 * 1024]) {
    const socket = connect(port, hostname)
    socket.on('error', () => undefined)
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: x\r\n${lines.join('')}content-length: ${length}\r\n\r\n`,
    )
    socket.write(head)
    socket.write(megabyte)
    await wait(300)
    socket.destroy()
    expect((await fetch(`${scene.address}/sign-in`)).status).toBe(200)
  }
  await vi.waitFor(() => expect(incoming()).toEqual([]), 5_000)
  expect(await rows()).toBe(0)
})

/** How often somebody else was served meanwhile, one page after another. */
async function servedDuring(work: () => Promise<unknown>): Promise<number> {
  let served = 0
  let isOver = false
  const visitor = async () => {
    while (!isOver) {
      expect((await fetch(`${scene.address}/sign-in`)).status).toBe(200)
      served += 1
      await wait(50)
    }
  }
  const watching = visitor()
  await work()
  isOver = true
  await watching
  return served
}

// How long they wait is measured, and stands in docs/security/files.md: here it counts that nobody is kept out.
test('FI-01: while twenty send too much at once, others are served', async () => {
  let statuses: number[] = []
  const served = await servedDuring(async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => send(100)))
    statuses = all.map(({ status }) => status)
  })
  expect(statuses).toEqual(Array(20).fill(413))
  expect(served).toBeGreaterThan(5)
  await vi.waitFor(() => expect(incoming()).toEqual([]), 5_000)
})

test('FI-12: the operator asks whether every file is as it was kept', async () => {
  const verified = () => onroll({ ONROLL_DATA: folder, ONROLL_DEMO: '0' }, 'files', 'verify')
  expect((await send(1)).status).toBe(303)
  expect(await verified()).toMatchObject({
    code: 0,
    out: 'Every uploaded file is as it was kept (1)\n',
  })
  const [name = ''] = readdirSync(join(folder, 'files')).filter(each => each !== 'incoming')
  rmSync(join(folder, 'files', name))
  const { code, out } = await verified()
  expect(code).toBe(1)
  expect(out).toContain(`File ${name}: it is missing`)
})
