import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Account, canReach } from './account.ts'
import { mendLinks } from './binary-links.ts'
import type { Log } from './fault.ts'
import type { Place } from './place.ts'

/**
 * Copies of the programs where their account can run them: beside the data when it can walk there,
 * otherwise (data below /root) in a folder that root owns. Made one after the other, on demand.
 */
export function* copiesWithinReach(native: string, place: Place, log: Log) {
  const name = `postgres-${versionOf(native)}`
  const places = [place.folder, ...(place.account ? ['/var/lib/onroll', tmpdir()] : [])]
  for (const parent of places) {
    if (!isWithinReach(place.account, parent)) continue
    const copy = join(parent, parent === tmpdir() ? `onroll-${name}` : name)
    try {
      if (!isOurs(copy)) {
        log.info(
          `Copying the PostgreSQL programs to ${copy}, where user ${place.account?.uid ?? process.getuid?.()} can run them`,
        )
        makeCopy(native, copy)
      }
      yield copy
    } catch (error) {
      log.warn(`Could not copy the PostgreSQL programs to ${copy}: ${String(error)}`)
    }
  }
}

function isWithinReach(account: Account, folder: string) {
  return canReach(account, existsSync(folder) ? folder : dirname(folder))
}

/** Whole or absent: a start that is cut short must not leave half a server behind. */
function makeCopy(native: string, copy: string) {
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
  const making = mkdtempSync(`${copy}.`)
  cpSync(native, join(making, 'native'), { recursive: true, verbatimSymlinks: true })
  openToAll(making)
  mendLinks(join(making, 'native'))
  rmSync(copy, { recursive: true, force: true })
  renameSync(join(making, 'native'), copy)
  rmSync(making, { recursive: true })
}

/** A copy that someone else could have written is never run. */
function isOurs(copy: string) {
  if (!existsSync(copy)) return false
  const { uid, mode } = lstatSync(copy)
  return uid === (process.getuid?.() ?? uid) && (mode & 0o022) === 0
}

function versionOf(native: string) {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'))
  return String(version)
}

/** npm keeps the umask of whoever ran it; programs and libraries are no secret. */
function openToAll(path: string) {
  const stats = lstatSync(path)
  if (stats.isSymbolicLink()) return
  chmodSync(path, stats.mode & 0o100 ? 0o755 : 0o644)
  if (stats.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
}
