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
import { revocationsSince } from '#platform/revocations.ts'
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
  const secret = openSecret(secretFile)
  const vault = { folder: pathGiven(wanted), key: secret.key('backup') }
  const manifest = await checkBackup(vault)
  console.log(
    `The backup of ${manifest.madeAt} is whole: ${manifest.tables.length} tables, ${manifest.files.length} files`,
  )

  refuseUnknownMigrations(manifest, migrations())
  // A few minutes of overlap: the moment of a backup is taken before it reads, and doing one twice changes nothing.
  const since = new Date(Date.parse(manifest.madeAt) - 5 * 60_000).toISOString()
  const revocations = revocationsSince(configuration.revocationsFile, secret, since)

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
      revocations,
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
      existsSync(configuration.revocationsFile)
        ? `What was revoked after ${manifest.madeAt} was done again from ${configuration.revocationsFile}: ${revocations.length} entries. People and children that were added since are not there`
        : `There is no ${configuration.revocationsFile}: rights that were taken away after ${manifest.madeAt} are as they were then. Go through them before anyone signs in`,
    )
    return 0
  } finally {
    await ground.stop()
  }
}
