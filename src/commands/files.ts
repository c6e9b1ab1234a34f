import { fileStore } from '#platform/files/file-store.ts'
import { verifyFiles } from '#platform/files/verify-files.ts'
import { openGround } from '#platform/open-site.ts'
import { type Command, misunderstood, quietConfiguration } from './command.ts'

/** Reads every uploaded file, and says of which the row and the disk disagree. */
export const files: Command = async args => {
  if (args.length !== 1 || args[0] !== 'verify') return misunderstood('files verify')
  const ground = await openGround(quietConfiguration(), { join: true, migrating: false })
  try {
    const store = fileStore(ground.configuration.dataFolder, ground.secret)
    const { whole, faults } = await verifyFiles(ground.db, store)
    for (const { id, problem } of faults) console.log(`File ${id}: ${problem}`)
    if (faults.length === 0) console.log(`Every uploaded file is as it was kept (${whole})`)
    else
      console.log(
        `${faults.length} files are not as they were kept, ${whole} are. Restore them from a backup`,
      )
    return faults.length === 0 ? 0 : 1
  } finally {
    await ground.stop()
  }
}
