import { spawnSync } from 'node:child_process'
import type { Account } from './account.ts'

/** What PostgreSQL gets to know of our environment: nothing, since ours holds secrets. */
export const cleanEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

export function run(program: string, options: string[], account: Account, cwd = '/') {
  const { status, stdout, stderr, error } = spawnSync(program, options, {
    ...account,
    cwd,
    env: cleanEnvironment,
    encoding: 'utf8',
  })
  return { status, output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` }
}
