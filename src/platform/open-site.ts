import type { Configuration } from './configuration.ts'
import { type Db, openDatabase } from './database/database.ts'
import { embeddedServer, externalServer, type Server } from './database/embedded.ts'
import { migrate } from './database/migrate.ts'
import { type Log, makeLog } from './log.ts'
import { useEmbedded } from './postgres/join.ts'
import { startEmbedded } from './postgres/start.ts'
import { openSecret, type Secret } from './secret.ts'

export interface Ground {
  readonly configuration: Configuration
  readonly log: Log
  readonly secret: Secret
  readonly server: Server
  readonly db: Db
  stop(): Promise<void>
}

/**
 * The database server (ours, or the one of DATABASE_URL), migrated, and the pools on it. `npm start` owns the embedded
 * server; operator commands join the one that runs.
 */
export async function openGround(
  configuration: Configuration,
  { join = false, migrating = true }: { join?: boolean; migrating?: boolean } = {},
): Promise<Ground> {
  const log = makeLog(configuration.quiet ? 'silent' : 'info')
  const { dataFolder, databaseUrl } = configuration
  const secret = openSecret(configuration.secretFile)
  const embedded = databaseUrl
    ? undefined
    : await (join ? useEmbedded : startEmbedded)({ folder: dataFolder, log })
  try {
    const server = embedded
      ? await embeddedServer(embedded)
      : externalServer(databaseUrl ?? '', secret)
    if (migrating) await migrate(server.admin, server.as('onroll_worker'), secret)
    const db = openDatabase({ as: server.as, contextKey: secret.key('context') })
    const stop = async () => {
      await db.close()
      await embedded?.stop()
    }
    return { configuration, log, secret, server, db, stop }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
