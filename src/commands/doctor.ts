import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { purposeOfDatabase } from '#features/accounts/index.ts'
import { auditState } from '#platform/audit-chain.ts'
import { checkpointFault } from '#platform/audit-checkpoints.ts'
import { lastBackup } from '#platform/backup/last-backup.ts'
import type { Configuration } from '#platform/configuration.ts'
import { type Ground, openGround } from '#platform/open-site.ts'
import { type Command, misunderstood, quietConfiguration } from './command.ts'
import { databaseFindings } from './doctor/database.ts'
import {
  backupFinding,
  clockFinding,
  diskFinding,
  type Finding,
  runtimeFinding,
  scannerFinding,
  secretFinding,
} from './doctor/machine.ts'

/** Looks over an installation without changing it: one line for each thing, 1 when any of them is wrong. */
export const doctor: Command = async args => {
  if (args.length > 0) return misunderstood('doctor')
  const configuration = quietConfiguration()
  const secret = secretFinding(configuration.secretFile)
  const findings = [
    runtimeFinding(process.versions.node),
    secret,
    diskFinding(configuration.dataFolder),
    await scannerFinding(configuration.scanner, new Date()),
    ...(secret.isWell ? await databaseOf(configuration) : []),
  ]
  for (const { isWell, what, says } of findings)
    console.log(`${isWell ? 'ok  ' : 'FAIL'}  ${what}: ${says}`)
  return findings.every(({ isWell }) => isWell) ? 0 : 1
}

async function databaseOf(configuration: Configuration): Promise<Finding[]> {
  const { databaseUrl, dataFolder } = configuration
  if (!databaseUrl && !existsSync(join(dataFolder, 'postgres', 'PG_VERSION')))
    return [
      {
        what: 'Database',
        isWell: false,
        says: `there is none in ${dataFolder} yet: start Onroll first`,
      },
    ]
  try {
    const ground = await openGround(configuration, { join: true, migrating: false })
    try {
      return await everythingAbout(ground)
    } finally {
      await ground.stop()
    }
  } catch (error) {
    return [
      {
        what: 'Database',
        isWell: false,
        says: error instanceof Error ? error.message : String(error),
      },
    ]
  }
}

async function everythingAbout({ server, db, configuration, secret }: Ground): Promise<Finding[]> {
  const client = new Client(server.as('onroll_app'))
  await client.connect()
  try {
    const before = Date.now()
    const {
      rows: [clock],
    } = await client.query<{ now: number }>(
      'select extract(epoch from clock_timestamp())::float8 * 1000 as now',
    )
    const after = Date.now()
    const findings = await databaseFindings(client)
    const audit = await auditState(db.worker)
    const rewritten = await checkpointFault(db.worker, configuration.dataFolder, secret)
    return [
      ...findings,
      clockFinding((clock?.now ?? 0) - (before + after) / 2),
      {
        what: 'Audit log',
        isWell: !audit.broken,
        says: audit.broken
          ? `broken at entry ${audit.broken.seq}: ${audit.broken.problem}`
          : `whole, ${audit.newest} entries`,
      },
      {
        what: 'Audit checkpoints',
        isWell: !rewritten,
        says: rewritten ?? 'the audit log fits them',
      },
      backupFinding(lastBackup(configuration.dataFolder), await purposeOfDatabase(db), new Date()),
    ]
  } finally {
    await client.end()
  }
}
