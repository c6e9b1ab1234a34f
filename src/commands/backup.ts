import { join } from 'node:path'
import { noteBackup } from '#platform/backup/last-backup.ts'
import { makeBackup } from '#platform/backup/make-backup.ts'
import { openGround } from '#platform/open-site.ts'
import { type Command, misunderstood, pathGiven, quietConfiguration } from './command.ts'

export const backup: Command = async args => {
  const [wanted] = args
  if (args.length !== 1 || !wanted) return misunderstood('backup FOLDER')
  const folder = pathGiven(wanted)
  const configuration = quietConfiguration()
  const ground = await openGround(configuration, { join: true, migrating: false })
  try {
    const manifest = await makeBackup({
      database: ground.server.as('onroll_backup'),
      key: ground.secret.key('backup'),
      folder,
      filesFolder: join(configuration.dataFolder, 'files'),
      now: new Date(),
    })
    noteBackup(configuration.dataFolder, { madeAt: manifest.madeAt, folder })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(
      `Backed up ${rows} rows of ${manifest.tables.length} tables and ${manifest.files.length} files to ${folder}, and read it back`,
    )
    console.log(
      `It opens only with the secret in ${configuration.secretFile}: keep a copy of that apart from it`,
    )
    return 0
  } finally {
    await ground.stop()
  }
}
