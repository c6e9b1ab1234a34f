import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { FolderInUse } from './fault.ts'

/**
 * Holds a data folder for this process. The lock is the operating system's own file lock, taken
 * through SQLite because Node has no other way to it: it ends with the process, also after
 * `kill -9`, so there is never a stale one to guess about, and it is atomic between two starts.
 */
export function holdFolder(folder: string): { release(): void } {
  const note = join(folder, 'onroll.pid')
  const lock = new DatabaseSync(join(folder, 'onroll.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new FolderInUse(
      `Onroll is already running on ${folder}${noted(note)}. Stop it first, or set ONROLL_DATA to another folder.`,
    )
  }
  writeFileSync(note, `${process.pid}\n`)
  return { release: () => lock.close() }
}

function isBusy(error: unknown) {
  return error instanceof Error && 'errcode' in error && error.errcode === 5
}

function noted(note: string) {
  try {
    return ` (process ${readFileSync(note, 'utf8').trim()})`
  } catch {
    return ''
  }
}
