import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from './place.ts'
import { whatIs } from './process.ts'
import { port } from './settings.ts'

/** PostgreSQL's own note of who serves a folder: process, folder, start, port, socket, memory. */
export interface LockFile {
  readonly text: string
  readonly pid: number
}

export const readLockFile = ({ data }: Place) => read(join(data, 'postmaster.pid'))

/**
 * PostgreSQL refuses to start when the process number in a stale lock file is in use again. The file
 * is not deleted: its last line leads to the shared memory by which PostgreSQL knows that workers
 * of the old server are still alive. We put our own process number in it, which PostgreSQL takes
 * for stale, because the parent of a server cannot be a server. The lock of anything that may be a
 * server of this folder is left alone.
 */
export function disarmStaleLockFiles(place: Place) {
  const socketLock = join(place.socketFolder, `.s.PGSQL.${port}.lock`)
  for (const file of [join(place.data, 'postmaster.pid'), socketLock]) {
    const found = read(file)
    if (!found || whatIs(found.pid, place) !== 'something else') continue
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
