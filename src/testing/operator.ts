import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

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
  const child = startScript('src/main.ts', { PORT: '0', ...environment }, [])
  let out = ''
  const errors = text(child.stderr)
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', chunk => {
      out += chunk
      if (out.includes('Onroll is ready at')) resolve()
    })
    ended.then(async () => reject(new Error(`It ended: ${await errors}`)), reject)
  })
  await ready
  return { process: child, ended, address: /ready at (\S+)/.exec(out)?.[1] ?? '' }
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
