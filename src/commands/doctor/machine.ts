import { statSync } from 'node:fs'
import type { LastBackup } from '#platform/backup/last-backup.ts'
import { type ScannerPlace, scannerState, signaturesAreOld } from '#platform/files/clamd.ts'
import { isNearlyFull, roomFor } from '#platform/files/room.ts'

export interface Finding {
  readonly what: string
  readonly isWell: boolean
  readonly says: string
}

/** Until when the Node project mends a version: https://nodejs.org/en/about/previous-releases */
const mendedUntil: Record<string, string> = { 22: '2027-04-30', 24: '2028-04-30' }

export function runtimeFinding(
  version: string,
  today = new Date().toISOString().slice(0, 10),
): Finding {
  const until = mendedUntil[version.split('.')[0] ?? '']
  const isWell = until !== undefined && today <= until
  const says = until
    ? `Node ${version}, mended by its makers until ${until}`
    : `Node ${version} is not a long-term version that Onroll was tried on: use Node 24`
  return { what: 'Runtime', isWell, says }
}

export function secretFinding(file: string): Finding {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats)
    return { what: 'Secret', isWell: false, says: `there is no file ${file}: start Onroll first` }
  const isClosed = process.platform === 'win32' || (stats.mode & 0o077) === 0
  return {
    what: 'Secret',
    isWell: isClosed,
    says: isClosed
      ? `${file} can be read by its owner only`
      : `${file} can be read by others: run “chmod 600 ${file}”`,
  }
}

export function diskFinding(folder: string): Finding {
  const room = roomFor(folder)
  const says = `${(room.bytes / 1e9).toFixed(1)} GB (${Math.floor(room.share * 100)}%) free for ${folder}`
  return { what: 'Disk', isWell: !isNearlyFull(room), says }
}

/** Sessions, links and locks go by the database's clock, and days on screen by ours. */
export function clockFinding(milliseconds: number): Finding {
  const seconds = Math.abs(milliseconds / 1000).toFixed(1)
  return {
    what: 'Clock',
    isWell: Math.abs(milliseconds) < 5000,
    says: `this machine and the database differ by ${seconds} s`,
  }
}

export function backupFinding(last: LastBackup | undefined, purpose: string, now: Date): Finding {
  const hours = last
    ? Math.round((now.getTime() - Date.parse(last.madeAt)) / 3_600_000)
    : Number.POSITIVE_INFINITY
  const says = last ? `made ${hours} hours ago in ${last.folder}` : 'none has been made'
  if (hours <= 26) return { what: 'Backup', isWell: true, says }
  return purpose === 'real'
    ? {
        what: 'Backup',
        isWell: false,
        says: `${says}: run “npm run -s onroll -- backup FOLDER” every night`,
      }
    : { what: 'Backup', isWell: true, says: `${says}; there is nothing real to lose yet` }
}

/** Without a scanner documents say that nobody looked into them: the authority’s own choice, and no fault. */
export async function scannerFinding(place: ScannerPlace | undefined, now: Date): Promise<Finding> {
  const what = 'Virus scanner'
  if (!place)
    return { what, isWell: true, says: 'none is connected (ONROLL_CLAMAV); documents say so' }
  try {
    const state = await scannerState(place)
    const day = state.signaturesFrom?.toISOString().slice(0, 10)
    return {
      what,
      isWell: !signaturesAreOld(state, now),
      says: `${state.version}, ${day ? `signatures of ${day}` : 'which does not tell the day of its signatures'}${signaturesAreOld(state, now) ? ': let freshclam fetch new ones' : ''}`,
    }
  } catch (error) {
    return {
      what,
      isWell: false,
      says: `${error instanceof Error ? error.message : error}. Documents wait until it answers`,
    }
  }
}
