import {
  chownSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { giveTo } from './account.ts'
import type { Binaries } from './binaries.ts'
import { type Log, PostgresFault } from './fault.ts'
import type { Place } from './place.ts'
import { run } from './run.ts'
import { initdbOptions } from './settings.ts'

/** The major version that made the data; undefined when there is none yet. */
export function versionOfData({ data }: Place): string | undefined {
  if (!existsSync(data) || readdirSync(data).length === 0) return undefined
  const file = join(data, 'PG_VERSION')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  throw new PostgresFault(
    `${data} holds files but no PostgreSQL data. Nothing was changed. Move them away, or set ONROLL_DATA to another folder.`,
  )
}

/**
 * Makes the data folder beside its final name and renames it when whole, so that a first start
 * which is cut short leaves nothing that a later one could mistake for data.
 */
export function initialise(place: Place, { bin, major }: Binaries, log: Log) {
  removeUnfinished(place)
  if (versionOfData(place)) return giveDataToAccount(place)

  log.info(`Making a new database in ${place.data}`)
  const making = mkdtempSync(join(place.folder, unfinished))
  if (place.account) chownSync(making, place.account.uid, place.account.gid)
  const seen = place.dataSeenByPostgres === place.data ? making : place.dataSeenByPostgres
  // The built-in provider sorts and folds the same on every machine and after every upgrade of it.
  const provider =
    Number(major) < 17 ? [] : ['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8']
  const made = run(
    join(bin, 'initdb'),
    ['-D', seen, ...initdbOptions, ...provider],
    place.account,
    making,
  )
  if (made.status !== 0) {
    rmSync(making, { recursive: true, force: true })
    throw new PostgresFault(`The database could not be made: ${reason(made.output)}`)
  }
  if (existsSync(place.data)) rmdirSync(place.data)
  renameSync(making, place.data)
}

const unfinished = 'postgres.unfinished-'

/** Its maker may have been killed and have left initdb at work: then it goes at a later start. */
function removeUnfinished({ folder }: Place) {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(unfinished)) continue
    try {
      rmSync(join(folder, name), { recursive: true })
    } catch {}
  }
}

/** Data that root brought back from a copy belongs to root, and PostgreSQL would refuse it. */
function giveDataToAccount({ data, account }: Place) {
  if (account && lstatSync(data).uid !== account.uid) giveTo(account, data)
}

function reason(output: string) {
  if (output.includes('could not look up effective user ID'))
    return 'the user who runs Onroll has no name on this machine (no line in /etc/passwd). Run it as one who has, or set DATABASE_URL'
  const error = output.split('\n').find(line => line.includes('error:'))
  return error ?? output.trim().split('\n').at(-1) ?? 'no reason given'
}
