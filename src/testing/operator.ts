import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Client, type ClientConfig } from 'pg'
import { startEmbedded } from '#platform/postgres/start.ts'

const children = new Set<ChildProcess>()

/** Ends what a failed test left running. */
export function endOnrolls() {
  for (const child of children) child.kill('SIGKILL')
  children.clear()
}

const project = fileURLToPath(new URL('../../', import.meta.url))

/** Runs an operator's command as a process of its own, as `npm run -s onroll --` does. */
export async function onroll(environment: Record<string, string>, ...args: string[]) {
  const child = startScript('src/onroll.ts', environment, args)
  const [out, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ])
  return { code: code as number, out, errors }
}

/** The application itself, ready to be asked. */
export async function startOnroll(environment: Record<string, string>) {
  const begun = beginOnroll(environment)
  return { ...begun, address: await begun.ready }
}

/** The application from the first moment of its process on; `ready` tells its address. */
export function beginOnroll(environment: Record<string, string>) {
  const child = startScript('src/main.ts', { PORT: '0', ...environment }, [])
  children.add(child)
  let out = ''
  const errors = text(child.stderr)
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', chunk => {
      out += chunk
      const address = /Onroll is ready at (\S+)/.exec(out)?.[1]
      if (address) resolve(address)
    })
    ended.then(async () => reject(new Error(`It ended: ${await errors}`)), reject)
  })
  ready.catch(() => undefined)
  return { process: child, ended, ready, errors }
}

function startScript(script: string, environment: Record<string, string>, args: string[]) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(ONROLL_|DATABASE_URL|SMTP_URL|PORT|HOST|VITEST|NODE_ENV)/.test(name),
  )
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: project,
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Something done straight at the embedded database of a folder on which nothing runs. */
export async function withDatabaseOf<T>(folder: string, work: (admin: ClientConfig) => Promise<T>) {
  const log = { info: () => undefined, warn: () => undefined }
  const embedded = await startEmbedded({ folder, log })
  try {
    return await work(embedded.connection(embedded.superuser, 'onroll'))
  } finally {
    await embedded.stop()
  }
}

export const asSuperuserOf = (folder: string, statement: string) =>
  withDatabaseOf(folder, async admin => {
    const client = new Client(admin)
    await client.connect()
    await client.query(statement)
    await client.end()
  })
