import { Client } from 'pg'
import { purposeOfDatabase } from '#features/accounts/index.ts'
import { openGround } from '#platform/open-site.ts'
import { loadDemonstration } from '../demonstration/load.ts'
import { multiplyDemonstration } from '../demonstration/multiply.ts'
import { type Command, misunderstood, quietConfiguration } from './command.ts'

const largest = 200

/** `demo load [--size N]`: the invented county into an empty database; with N, that many of it for benchmarks. */
export const demo: Command = async ([what, ...options]) => {
  const size = sizeOf(options)
  if (what !== 'load' || size === undefined)
    return misunderstood(`demo load [--size 1 to ${largest}]`)
  const settings = quietConfiguration()
  const ground = await openGround(settings, { join: true })
  try {
    if ((await purposeOfDatabase(ground.db)) !== 'empty') {
      console.error(
        'The database is not empty, and a demonstration is loaded into an empty one only. Choose another with ONROLL_DATA or DATABASE_URL.',
      )
      return 1
    }
    const told = await loadDemonstration(
      ground.db,
      ground.secret,
      new Date(),
      words => console.error(words),
      { dataFolder: settings.dataFolder },
    )
    if (size > 1) {
      const admin = new Client(ground.server.admin)
      await admin.connect()
      await multiplyDemonstration(admin, size, words => console.error(words)).finally(() =>
        admin.end(),
      )
    }
    console.log(
      `Loaded ${size === 1 ? 'the county' : `${size} counties`}: each with ${told.partnerships} partnerships, ${told.children} children, ${told.referrals} referrals and ${told.meetings} meetings`,
    )
    return 0
  } finally {
    await ground.stop()
  }
}

function sizeOf(options: readonly string[]): number | undefined {
  if (options.length === 0) return 1
  const [name, value = ''] = options
  const size = Number(value)
  return name === '--size' &&
    options.length === 2 &&
    Number.isInteger(size) &&
    size >= 1 &&
    size <= largest
    ? size
    : undefined
}
