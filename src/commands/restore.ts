import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkBackup } from '#platform/backup/check-backup.ts'
import {
  refuseUnknownMigrations,
  refuseUnlessEmpty,
  restoreBackup,
} from '#platform/backup/restore-backup.ts'
import { migrate, migrations } from '#platform/database/migrate.ts'
import { openGround } from '#platform/open-site.ts'
import { openSecret } from '#platform/secret.ts'
import { type Command, misunderstood, pathGiven, quietConfiguration } from './command.ts'

export const restore: Command = async args => {
  const [wanted] = args
  if (args.length !== 1 || !wanted) return misunderstood('restore FOLDER')
  const configuration = quietConfiguration()
  const { secretFile, dataFolder } = configuration
  // A secret made now would open nothing, and would stand in the way of the right one.
  if (!existsSync(secretFile)) {
    console.error(
      `Put the secret of the installation that was backed up at ${secretFile} (or set ONROLL_SECRET_FILE), then restore`,
    )
    return 1
  }
  const vault = { folder: pathGiven(wanted), key: openSecret(secretFile).key('backup') }
  const manifest = await checkBackup(vault)
  console.log(
    `The backup of ${manifest.madeAt} is whole: ${manifest.tables.length} tables, ${manifest.files.length} files`,
  )

  refuseUnknownMigrations(manifest, migrations())

  const ground = await openGround(configuration, { migrating: false })
  try {
    const { admin, as } = ground.server
    await refuseUnlessEmpty(admin)
    // An older backup is restored into its own version of the tables and migrated from there.
    await migrate(admin, as('onroll_worker'), ground.secret, manifest.migrations.at(-1)?.name)
    const ended = await restoreBackup({
      admin,
      vault,
      manifest,
      filesFolder: join(dataFolder, 'files'),
    })
    const applied = await migrate(admin, as('onroll_worker'), ground.secret)
    for (const name of applied) console.log(`Applied ${name}, which is newer than the backup`)
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`Restored ${rows} rows, each compared with the backup after it was written`)
    console.log(
      `Ended or held back: ${Object.entries(ended ?? {})
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}`,
    )
    console.log(
      `Rights that were taken away, and records that were erased, after ${manifest.madeAt} are as they were then: go through them before anyone signs in`,
    )
    return 0
  } finally {
    await ground.stop()
  }
}
