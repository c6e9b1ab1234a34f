import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Is the program there? If not, and we are root on Debian, installs it. Says whether it is there now. */
export function debianPackage(
  name: string,
  programs: readonly string[],
  packages: readonly string[],
): boolean {
  const present = () => programs.every(program => existsSync(program))
  if (present()) return true
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`Installing Debian’s ${name}`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
  return present()
}
