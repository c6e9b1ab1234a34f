import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const script = fileURLToPath(new URL('./embedded-child.ts', import.meta.url))

export type Told = { event: string; message?: string; connection?: pg.ClientConfig }

/** A real process that holds an embedded server, and everything it has told so far. */
export interface Holder {
  readonly process: ChildProcess
  readonly told: Told[]
  readonly errors: string[]
  /** The first event of this name, already told or still to come. */
  until(event: string, count?: number): Promise<Told>
  readonly ended: Promise<number | null>
}

export interface HolderOptions {
  uid?: number
  env?: NodeJS.ProcessEnv
  script?: string
}

export function holdEmbedded(folder: string, options: HolderOptions = {}): Holder {
  const { uid, env } = options
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), options.script ?? script, folder],
    {
      ...(uid === undefined ? {} : { uid, gid: uid }),
      cwd: '/',
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  )
  const told: Told[] = []
  const errors: string[] = []
  createInterface({ input: child.stdout }).on('line', line => told.push(JSON.parse(line)))
  createInterface({ input: child.stderr }).on('line', line => errors.push(line))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  return {
    process: child,
    told,
    errors,
    ended,
    async until(event, count = 1) {
      for (;;) {
        const found = told.filter(one => one.event === event)[count - 1]
        if (found) return found
        if (isOver())
          throw new Error(
            `It ended before "${event}": ${errors.join('\n')} ${JSON.stringify(told)}`,
          )
        await wait(5)
      }
    },
  }
}

/** The servers of this data folder. A worker looks like its server until it has named itself. */
export function serversOf(folder: string): number[] {
  const found = readdirSync('/proc').filter(
    name => /^\d+$/.test(name) && servesFolder(name, folder),
  )
  return found.filter(pid => !found.includes(parentOf(pid))).map(Number)
}

/** The servers of this data folder with all that they have begun: a backend for each connection, the writers. */
export function serverProcessesOf(folder: string): number[] {
  const servers = serversOf(folder)
  const begun = readdirSync('/proc').filter(
    name => /^\d+$/.test(name) && servers.includes(Number(parentOf(name))),
  )
  return [...servers, ...begun.map(Number)]
}

/** Runs a statement over a connection of its own. A dying server may take a connection and never answer it. */
export async function ask(connection: pg.ClientConfig | undefined, text: string) {
  const client = new pg.Client({
    ...connection,
    connectionTimeoutMillis: 5000,
    query_timeout: 20_000,
  })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query(text)
    return rows
  } finally {
    await client.end()
  }
}

/** A folder for one test, and its end: nothing that served it stays behind. */
export function scratchFolder(parent = '/tmp') {
  const folder = mkdtempSync(join(parent, 'onroll-test-'))
  return {
    folder,
    async remove() {
      for (const pid of serversOf(folder)) process.kill(pid, 'SIGQUIT')
      while (serversOf(folder).length > 0) await wait(20)
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
    },
  }
}

function servesFolder(pid: string, folder: string) {
  try {
    return (
      existsSync(`/proc/${pid}`) &&
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`onroll.data=${folder}`)
    )
  } catch {
    return false
  }
}

function parentOf(pid: string) {
  try {
    return /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? ''
  } catch {
    return ''
  }
}
