import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './place.ts'
import { run } from './run.ts'
import { port } from './settings.ts'

/** PostgreSQL's own note in its data folder of who serves it: process, folder, start, port, socket, memory. */
export interface LockFile {
  readonly text: string
  readonly pid: number
}

export const readLockFile = ({ data }: Place) => read(join(data, 'postmaster.pid'))

/**
 * Whether that process lives and is a PostgreSQL server at work in this data folder. A process
 * number is used again after a while, so that it exists proves nothing.
 */
export function isServerOf({ data }: Place, pid: number): boolean {
  return Number.isInteger(pid) && pid > 1 && commandLine(pid).includes(`onroll.data=${data}`)
}

/** Empty when the process is gone, or dead and not yet buried by its parent. */
function commandLine(pid: number): string[] {
  if (process.platform !== 'linux')
    return run('ps', ['-ww', '-o', 'args=', '-p', String(pid)], undefined)
      .output.split(' -c ')
      .map(part => part.trim())
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

/**
 * PostgreSQL refuses to start when the process number in a stale lock file is in use again. The file
 * is not deleted: its last line leads to the shared memory by which PostgreSQL knows that workers
 * of the old server are still alive. We put our own process number in it, which PostgreSQL takes
 * for stale, because the parent of a server cannot be a server.
 */
export function disarmStaleLockFiles(place: Place) {
  const files = [
    join(place.data, 'postmaster.pid'),
    join(place.socketFolder, `.s.PGSQL.${port}.lock`),
  ]
  for (const file of files) {
    const found = read(file)
    if (!found || isServerOf(place, found.pid)) continue
    const end = found.text.indexOf('\n')
    writeFileSync(file, `${process.pid}${end < 0 ? '\n' : found.text.slice(end)}`)
  }
}

function read(file: string): LockFile | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    return { text, pid: Number.parseInt(text, 10) }
  } catch {
    return undefined
  }
}
