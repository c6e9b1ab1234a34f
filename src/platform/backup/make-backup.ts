import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { Client, type ClientConfig } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { sealFiles } from './blobs.ts'
import { plainText, quoted, rowsInOrder, sequencesOf, tablesOf } from './catalogue.ts'
import { checkBackup } from './check-backup.ts'
import { BackupFault } from './fault.ts'
import {
  type Cover,
  coverFile,
  coverOf,
  coverText,
  type Manifest,
  manifestFile,
  tableFile,
} from './manifest.ts'
import { type Vault, writeSealed } from './sealed-file.ts'

export interface BackupOptions {
  /** As the role `onroll_backup`: it reads every row and can write none. */
  readonly database: ClientConfig
  readonly key: Buffer
  readonly folder: string
  readonly filesFolder: string
  readonly now: Date
}

/**
 * Copies the whole database, as it stands at one moment, into a new folder of sealed files. The
 * folder gets its name when everything is written, forced to the disk, and read back.
 */
export async function makeBackup({
  database,
  key,
  folder: wanted,
  filesFolder,
  now,
}: BackupOptions) {
  const folder = resolve(wanted)
  const unfinished = `${folder}.unfinished`
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new BackupFault(`${folder} is not empty: name a new folder for each backup`)
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const vault = { folder: unfinished, key }
  try {
    const cover = coverOf(key, randomUUID(), now.toISOString())
    const manifest = {
      ...(await sealDatabase(vault, database, cover)),
      files: await sealFiles(vault, filesFolder),
    }
    await writeSealed(
      vault,
      manifestFile,
      Readable.from([JSON.stringify(manifest satisfies Manifest)]),
    )
    writeFileSync(join(unfinished, coverFile), coverText(cover), {
      mode: 0o600,
      flush: true,
    })
    await checkBackup(vault)
    if (existsSync(folder)) rmdirSync(folder)
    renameSync(unfinished, folder)
    return manifest
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
}

async function sealDatabase(vault: Vault, database: ClientConfig, { id, madeAt }: Cover) {
  const client = new Client(database)
  await client.connect()
  try {
    await client.query(plainText)
    // With this off a role under row-level security gets an error; with it on, an empty backup.
    await client.query('set row_security = off')
    await client.query('begin isolation level repeatable read read only')
    await refusePartialView(client)
    const {
      rows: [server],
    } = await client.query<{ version: string }>(
      `select current_setting('server_version') as version`,
    )
    const { rows: migrations } = await client.query<{ name: string; hash: string }>(
      'select name, hash from onroll.migration order by name',
    )
    const tables: Manifest['tables'] = []
    for (const table of await tablesOf(client)) {
      const source = client.query(copyTo(rowsInOrder(table)))
      const { rows, sha256 } = await writeSealed(vault, tableFile(table.name), source)
      tables.push({ name: table.name, columns: [...table.columns], rows, sha256 })
    }
    const sequences = await readSequences(client)
    await client.query('commit')
    return { id, madeAt, serverVersion: server?.version ?? '', migrations, tables, sequences }
  } finally {
    await client.end()
  }
}

async function refusePartialView(client: Client) {
  const {
    rows: [role],
  } = await client.query<{ name: string; whole: boolean }>(
    'select rolname as name, rolbypassrls or rolsuper as whole from pg_roles where rolname = current_user',
  )
  if (!role?.whole)
    throw new BackupFault(
      `The database role ${role?.name} sees only part of the data: a backup by it would be incomplete. Use onroll_backup.`,
    )
}

/** Read after the rows: a sequence stands outside the snapshot, and may be ahead of it but not behind. */
async function readSequences(client: Client): Promise<Manifest['sequences']> {
  const sequences: Manifest['sequences'] = []
  for (const name of await sequencesOf(client)) {
    const {
      rows: [state],
    } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from onroll.${quoted(name)}`,
    )
    if (state) sequences.push({ name, ...state })
  }
  return sequences
}
