import { Client, type ClientConfig } from 'pg'
import type { Revocation } from '../revocations.ts'
import { plainText, quoted, tablesOf } from './catalogue.ts'
import { closeDoors } from './close-doors.ts'
import { BackupFault } from './fault.ts'
import { loadTables } from './load-tables.ts'
import type { Manifest } from './manifest.ts'
import { replayRevocations } from './replay-revocations.ts'
import { restoreFiles } from './restore-files.ts'
import type { Vault } from './sealed-file.ts'

/** Refuses a backup whose migrations are not the first ones of this program's, word for word. */
export function refuseUnknownMigrations(
  { migrations }: Manifest,
  ours: readonly { name: string; hash: string }[],
) {
  const strange = migrations.find(
    ({ name, hash }, at) => ours[at]?.name !== name || ours[at]?.hash !== hash,
  )
  if (strange)
    throw new BackupFault(
      `The backup was made by another version of Onroll (its migration ${strange.name} is not ours). Restore it with that version, or a newer one.`,
    )
}

/** What migrations fill by themselves: a database that holds nothing else is empty. */
export const filledByMigrations = ['audit_head', 'lifecycle_transition', 'migration']

/** Refuses a database in which anything was ever done. One without Onroll's tables is empty. */
export async function refuseUnlessEmpty(admin: ClientConfig) {
  await asOwner(admin, async client => {
    for (const { name } of await tablesOf(client)) {
      if (filledByMigrations.includes(name)) continue
      // The owner sees no rows while row-level security is forced; this is undone by the rollback.
      await client.query(`alter table onroll.${quoted(name)} no force row level security`)
      const { rowCount } = await client.query(`select from onroll.${quoted(name)} limit 1`)
      if (rowCount)
        throw new BackupFault(
          `This database already holds data (in table ${name}). Restore into an empty one: set another ONROLL_DATA or DATABASE_URL.`,
        )
    }
    await client.query('rollback')
  })
}

/**
 * Puts a checked backup into an empty database of the same migrations, in one transaction: every
 * row is compared with the backup before anything counts. Then every session and link is ended.
 */
export async function restoreBackup(options: {
  admin: ClientConfig
  vault: Vault
  manifest: Manifest
  filesFolder: string
  /** What was revoked after the backup, in its order. */
  revocations?: readonly Revocation[]
}) {
  const { admin, vault, manifest, filesFolder, revocations = [] } = options
  await refuseUnlessEmpty(admin)
  const ended = await asOwner(admin, async client => {
    await refuseOtherMigrations(client, manifest)
    const closed = await loadTables(client, vault, manifest, async () => ({
      ...(await closeDoors(client)),
      ...(await replayRevocations(client, revocations)),
    }))
    await refuseBrokenAudit(client)
    await restoreFiles(vault, manifest, filesFolder)
    await client.query('commit')
    return closed
  })
  return ended
}

/** One transaction as the owner of the tables; it is rolled back unless `work` commits it. */
async function asOwner<T>(
  admin: ClientConfig,
  work: (client: Client) => Promise<T>,
): Promise<T | undefined> {
  const client = new Client(admin)
  await client.connect()
  try {
    const { rowCount } = await client.query(`select from pg_namespace where nspname = 'onroll'`)
    if (!rowCount) return undefined
    await client.query(plainText)
    await client.query('set role onroll_owner')
    await client.query('begin')
    return await work(client)
  } finally {
    await client.end()
  }
}

async function refuseOtherMigrations(client: Client, manifest: Manifest) {
  const { rows } = await client.query('select name, hash from onroll.migration order by name')
  if (JSON.stringify(rows) !== JSON.stringify(manifest.migrations))
    throw new BackupFault(
      'The database and the backup are not of the same migrations. Nothing was restored.',
    )
}

async function refuseBrokenAudit(client: Client) {
  await client.query('set local role onroll_worker')
  const {
    rows: [broken],
  } = await client.query<{ seq: number; problem: string }>(
    'select * from onroll.audit_first_break()',
  )
  await client.query('set local role onroll_owner')
  if (broken)
    throw new BackupFault(
      `The audit chain in the backup is broken at entry ${broken.seq}: ${broken.problem}. Nothing was restored.`,
    )
}
