import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readSync,
  statSync,
  truncateSync,
} from 'node:fs'

const largest = 5 * 1024 * 1024

/**
 * The server writes to its log itself, so that it loses nothing when Node dies. It only ever
 * appends, so the file can be emptied under it: one old copy is kept, and the disk never fills.
 */
export function capLog(file: string) {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats || stats.size < largest) return
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}

export function openLog(file: string) {
  capLog(file)
  const descriptor = openSync(file, 'a', 0o600)
  const start = statSync(file).size
  return {
    descriptor,
    close: () => closeSync(descriptor),
    /** What was written since: the reason when the server does not come up. */
    since: () => readFrom(file, start),
  }
}

function readFrom(file: string, start: number) {
  // The folder may be gone by the time a server that was stopped has ended.
  if (!existsSync(file)) return ''
  const descriptor = openSync(file, 'r')
  try {
    const buffer = Buffer.alloc(16_384)
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, buffer.length, start))
  } finally {
    closeSync(descriptor)
  }
}
