import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'

/** The pinned runtime and tools for everything that is started here, also when npm did not start us. */
export const pinned = {
  ...process.env,
  PATH: `${resolve('node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
  // A log is read as text.
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }),
}

const checks: readonly (readonly [what: string, program: string, ...args: string[]])[] = [
  // Two checkers work out most types twice: on two cores, beside tests, one costs half as much.
  ['types', 'tsc', '--noEmit', '--checkers', '1'],
  ['lint and format', 'biome', 'check', '--error-on-warnings'],
  [
    'floating promises',
    'oxlint',
    '--type-aware',
    '-A',
    'all',
    '-D',
    'typescript/no-floating-promises',
    'src',
    'test',
  ],
]

export interface Told {
  readonly what: string
  readonly passed: boolean
  readonly seconds: number
  readonly said: string
}

/** Types, lint and format, one after another: the tests, or whoever waits, need the other core. */
export async function askTypesAndLint(): Promise<Told[]> {
  const told: Told[] = []
  for (const [what, program, ...args] of checks) told.push(await ask(what, program, args))
  return told
}

async function ask(what: string, program: string, args: readonly string[]): Promise<Told> {
  const began = performance.now()
  const asked = spawn(join('node_modules', '.bin', program), args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: pinned,
  })
  const [said, complained, [status]] = await Promise.all([
    text(asked.stdout),
    text(asked.stderr),
    once(asked, 'close'),
  ])
  const seconds = Math.round((performance.now() - began) / 1000)
  return { what, passed: status === 0, seconds, said: `${said}${complained}` }
}
