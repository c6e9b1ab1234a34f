import { migrate } from '#platform/database/migrate.ts'
import { openGround } from '#platform/open-site.ts'
import { type Command, misunderstood, quietConfiguration } from './command.ts'

export const migrateDatabase: Command = async args => {
  if (args.length > 0) return misunderstood('migrate')
  const ground = await openGround(quietConfiguration(), { join: true, migrating: false })
  try {
    const { admin, as } = ground.server
    const applied = await migrate(admin, as('onroll_worker'), ground.secret)
    for (const name of applied) console.log(`Applied ${name}`)
    console.log(
      applied.length > 0
        ? 'The database is now of this version'
        : 'The database was already of this version',
    )
    return 0
  } finally {
    await ground.stop()
  }
}
