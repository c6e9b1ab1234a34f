import { readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import type { Place } from './place.ts'
import { run } from './run.ts'

/**
 * What a process number stands for. Numbers are used again after a while, so that it exists proves
 * nothing; a server that Onroll started carries its data folder on its command line. One that
 * somebody started by hand in this folder counts as `perhaps our server`.
 */
export function whatIs(pid: number, place: Place) {
  const line = pid > 1 ? commandLine(pid) : []
  // Workers call themselves `postgres: checkpointer` and the like; only a server has the bare name.
  if (!/^(postgres|postmaster)$/.test(basename(line[0] ?? ''))) return 'something else'
  const works = currentFolder(pid)
  const isMarked = line.includes(`onroll.data=${place.data}`)
  if (works !== undefined && works !== place.data) return 'something else'
  if (isMarked) return 'our server'
  const isOfAnotherOnroll = line.some(part => part.startsWith('onroll.data='))
  return works === undefined && isOfAnotherOnroll ? 'something else' : 'perhaps our server'
}

export const isServerOf = (place: Place, pid: number) => whatIs(pid, place) === 'our server'

/** Empty when the process is gone, or dead and not yet buried by its parent. */
function commandLine(pid: number): string[] {
  if (process.platform !== 'linux') {
    const { output } = run('ps', ['-ww', '-o', 'args=', '-p', String(pid)], undefined)
    return output.split(/ -[cD] /).map(part => part.trim())
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

/** A server's current folder is its data folder. In a container even root may not be told. */
function currentFolder(pid: number) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}
