import { auditState } from '#platform/audit-chain.ts'
import { checkpointFault } from '#platform/audit-checkpoints.ts'
import { openGround } from '#platform/open-site.ts'
import { type Command, misunderstood, quietConfiguration } from './command.ts'

export const audit: Command = async args => {
  if (args.length !== 1 || args[0] !== 'verify') return misunderstood('audit verify')
  const ground = await openGround(quietConfiguration(), { join: true, migrating: false })
  try {
    const { broken, newest, hash } = await auditState(ground.db.worker)
    if (broken) {
      console.log(`The audit log is broken at entry ${broken.seq}: ${broken.problem}`)
      return 1
    }
    const { dataFolder } = ground.configuration
    const fault = await checkpointFault(ground.db.worker, dataFolder, ground.secret)
    if (fault) {
      console.log(`The audit log does not fit its checkpoints: ${fault}`)
      return 1
    }
    // Noted down elsewhere, this line proves later that no entry up to here was rewritten.
    console.log(`The audit log is whole: ${newest} entries, the newest with hash ${hash}`)
    return 0
  } finally {
    await ground.stop()
  }
}
