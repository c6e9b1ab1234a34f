import { chownSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The user whom PostgreSQL runs as; undefined means the one who runs Onroll. */
export type Account = { readonly uid: number; readonly gid: number } | undefined

const nobody = { uid: 65534, gid: 65534 }

/**
 * PostgreSQL refuses to run as root. Data that an ordinary user made goes on as that user, so that
 * a folder can be started by root once without being lost to its owner.
 */
export function accountFor(dataFolder: string): Account {
  if (process.getuid?.() !== 0) return undefined
  const stats = statIfAny(dataFolder)
  if (!stats || stats.uid === 0) return nobody
  return { uid: stats.uid, gid: stats.gid }
}

/** Gives everything under a folder to the account, without following links. */
export function giveTo(account: Account, path: string) {
  if (!account) return
  chownSync(path, account.uid, account.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) giveTo(account, join(path, entry.name))
    else if (!entry.isSymbolicLink()) chownSync(join(path, entry.name), account.uid, account.gid)
  }
}

/** Whether the account may walk down to this folder: every folder on the way lets it through. */
export function canReach(account: Account, folder: string): boolean {
  if (!account) return true
  let path = realpathSync(folder)
  for (;;) {
    if (!maySearch(account, statSync(path))) return false
    const parent = dirname(path)
    if (parent === path) return true
    path = parent
  }
}

function maySearch({ uid, gid }: NonNullable<Account>, { uid: owner, gid: group, mode }: Stats) {
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001
  return (mode & bit) !== 0
}

function statIfAny(path: string) {
  return statSync(path, { throwIfNoEntry: false })
}
