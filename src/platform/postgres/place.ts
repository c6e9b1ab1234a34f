import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Account, accountFor, canReach } from './account.ts'
import { PostgresFault } from './fault.ts'

/** Where one embedded server keeps its things, as Node sees them and as PostgreSQL sees them. */
export interface Place {
  readonly folder: string
  readonly data: string
  readonly logFile: string
  readonly account: Account
  /** How PostgreSQL names its own data folder. */
  readonly dataSeenByPostgres: string
  readonly socketFolder: string
  readonly socketFolderSeenByPostgres: string
}

/** Linux ends a socket's path at 107 bytes, macOS at 103; the file name takes 15 of them. */
const longestSocketFolder = 85

export function layOut(folderAsGiven: string): Place {
  if (process.platform === 'win32')
    throw new PostgresFault(
      'On Windows, Onroll cannot start its own PostgreSQL yet: install PostgreSQL 15 or newer and set DATABASE_URL.',
    )
  mkdirSync(folderAsGiven, { recursive: true })
  const folder = realpathSync(folderAsGiven)
  const data = join(folder, 'postgres')
  const account = accountFor(data)
  // Root may keep its data where the other user cannot walk (/root is 0700). Node enters the folder
  // as root before it changes user, and the kernel's link to the current folder needs no walking.
  const reachable = canReach(account, folder)
  if (!reachable && process.platform !== 'linux')
    throw new PostgresFault(
      `PostgreSQL does not run as root, and user ${account?.uid} cannot reach ${folder}. Start Onroll as an ordinary user, or set ONROLL_DATA to a folder that every user can reach.`,
    )
  return {
    folder,
    data,
    logFile: join(folder, 'postgres.log'),
    account,
    dataSeenByPostgres: reachable ? data : '/proc/self/cwd',
    ...sockets(folder, data),
  }
}

function sockets(folder: string, data: string) {
  const near = join(data, 'socket')
  const name = `onroll-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const far = join(tmpdir(), name)
  // The server's current folder is its data folder: the near one is a short name for it, and needs
  // no walking through folders that are closed to it. Clients have no such way.
  return Buffer.byteLength(near) <= longestSocketFolder
    ? { socketFolder: near, socketFolderSeenByPostgres: 'socket' }
    : { socketFolder: far, socketFolderSeenByPostgres: far }
}

/** Only the server's own user (and root) may come near the socket: see `settings.ts` on passwords. */
export function makeSocketFolder({ socketFolder, account }: Place) {
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 })
  const stats = lstatSync(socketFolder)
  const mine = process.getuid?.() ?? stats.uid
  if (!stats.isDirectory() || (stats.uid !== mine && stats.uid !== account?.uid))
    throw new PostgresFault(`${socketFolder} was made by someone else: remove it and start again.`)
  if (account) chownSync(socketFolder, account.uid, account.gid)
  chmodSync(socketFolder, 0o700)
}
