import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { binaryPackage, makeCheckout } from '#testing/checkout.ts'
import {
  ask,
  type Holder,
  type HolderOptions,
  holdEmbedded,
  scratchFolder,
} from '#testing/embedded-process.ts'

// Real processes on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 120_000 })

const isRoot = process.getuid?.() === 0
if (!isRoot) console.log('Skipped: the tests that change user need root')
/** A user of every Debian: PostgreSQL wants one with a name. */
const daemon = 1
const scratches: ReturnType<typeof scratchFolder>[] = []
let holder: Holder
let scratch: ReturnType<typeof scratchFolder>

beforeEach(() => {
  scratch = newScratch('/tmp')
})
afterEach(async () => {
  holder.process.kill('SIGKILL')
  await holder.ended
  for (const one of scratches.splice(0)) await one.remove()
})

function newScratch(parent: string) {
  const made = scratchFolder(parent)
  scratches.push(made)
  return made
}

async function start(options: HolderOptions, folder = join(scratch.folder, 'data')) {
  holder = holdEmbedded(folder, options)
  const { connection } = await holder.until('ready')
  expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
  return holder.told.map(one => one.message).join()
}

test('Where npm ran no install scripts, the links of the libraries are made at the first start', async () => {
  const script = makeCheckout(join(scratch.folder, 'checkout'), { links: false })
  chmodSync(scratch.folder, 0o755)

  const told = await start({ script })

  expect(told).not.toContain('Copying')
  const lib = join(scratch.folder, 'checkout/node_modules', binaryPackage, 'native/lib')
  expect(existsSync(join(lib, 'libicui18n.so.60'))).toBe(true)
})

test.skipIf(!isRoot)(
  'In a checkout that may not be written to, they are made in a copy beside the data',
  async () => {
    const script = makeCheckout(join(scratch.folder, 'checkout'), { links: false })
    chmodSync(scratch.folder, 0o755)
    const data = mkdtempSync(join(scratch.folder, 'data-'))
    chmodSync(data, 0o777)

    const told = await start({ script, uid: daemon }, data)

    expect(told).toContain(`Copying the PostgreSQL programs to ${data}`)
    expect(statSync(join(data, 'postgres')).uid).toBe(daemon)
  },
)

test.skipIf(!isRoot)(
  'As root, in a checkout that PostgreSQL’s user cannot read, the programs are copied beside the data',
  async () => {
    const script = makeCheckout(join(scratch.folder, 'checkout'), { links: true })
    chmodSync(join(scratch.folder, 'checkout'), 0o700)
    chmodSync(scratch.folder, 0o755)

    const told = await start({ script })

    expect(told).toContain(`Copying the PostgreSQL programs to ${scratch.folder}/data`)
    expect(statSync(join(scratch.folder, 'data/postgres')).uid).toBe(65534)
  },
)

test.skipIf(!isRoot)(
  'As root with checkout and data both below a closed folder such as /root, it starts, and starts again',
  async () => {
    const closed = newScratch('/root').folder
    const script = makeCheckout(join(closed, 'checkout'), { links: false })
    const before = copiesElsewhere()

    // The copy lies outside the closed folder, and an earlier start of this machine may have made it.
    const told = await start({ script }, join(closed, 'checkout/data'))
    if (before.length === 0) expect(told).toContain('Copying the PostgreSQL programs')
    holder.process.kill('SIGTERM')
    expect(await holder.ended).toBe(0)

    expect(await start({ script }, join(closed, 'checkout/data'))).not.toContain('Copying')
    for (const copy of copiesElsewhere())
      if (!before.includes(copy)) rmSync(copy, { recursive: true })
  },
)

test('A checkout that only its owner can read (umask 077) starts', async () => {
  const script = makeCheckout(join(scratch.folder, 'checkout'), { links: true })
  closeToOthers(join(scratch.folder, 'checkout/node_modules', binaryPackage))
  chmodSync(scratch.folder, 0o755)

  await start({ script })
})

test.skipIf(!existsSync('/usr/lib/postgresql/15/bin'))(
  'PG_BIN chooses other programs, and data of another version is refused in one line',
  async () => {
    chmodSync(scratch.folder, 0o755)
    const env = { PG_BIN: '/usr/lib/postgresql/15/bin' }
    await start({ env }, join(scratch.folder, 'fifteen'))
    holder.process.kill('SIGTERM')
    await holder.ended
    await start({}, join(scratch.folder, 'eighteen'))
    holder.process.kill('SIGTERM')
    await holder.ended

    holder = holdEmbedded(join(scratch.folder, 'eighteen'), { env })

    expect(await holder.ended).toBe(1)
    expect(holder.errors).toEqual([
      'No PostgreSQL 18 can be used on this machine (/usr/lib/postgresql/15/bin is 15). Run npm ci, install PostgreSQL, or set DATABASE_URL.',
    ])
  },
)

function copiesElsewhere() {
  const root = '/var/lib/onroll'
  return existsSync(root) ? readdirSync(root).map(name => join(root, name)) : []
}

function closeToOthers(path: string) {
  const stats = statSync(path)
  chmodSync(path, stats.mode & 0o700)
  if (stats.isDirectory()) for (const name of readdirSync(path)) closeToOthers(join(path, name))
}
