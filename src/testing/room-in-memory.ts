import { readFileSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const inMemory = '/dev/shm'
/** The template, the told county, two databases being tested and a gigabyte of write-ahead log, twice over. */
const enough = 4 * 1024 ** 3

/**
 * Where the PostgreSQL of a run keeps its data. Each test file makes a database of 1,500 files and drops it: on a disk
 * that takes longer than most tests. What survives on a disk is proved by the tests that start a server of their own.
 */
export function folderForServers(): string {
  return process.platform === 'linux' && hasRoom() ? inMemory : tmpdir()
}

function hasRoom() {
  try {
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .find(line => line.split(' ')[1] === inMemory)
    // The server's programs are copied beside its data where its user cannot reach them.
    if (!mount?.includes(' tmpfs ') || /\bnoexec\b/.test(mount)) return false
    const available = /^MemAvailable:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]
    const { bavail, bsize } = statfsSync(inMemory)
    return Math.min(bavail * bsize, Number(available ?? 0) * 1024) > enough
  } catch {
    return false
  }
}
