import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { quoted, rowsInOrder, type Table, tablesOf } from './catalogue.ts'
import { BackupFault } from './fault.ts'
import { type Manifest, tableFile } from './manifest.ts'
import { nowhere, readSealed, tallying, type Vault } from './sealed-file.ts'

interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Fills the tables as their owner, inside the caller's transaction. Row-level security is not forced
 * on the owner meanwhile, triggers rest, and foreign keys are taken off and put back, which checks
 * every reference again whatever the order of the tables.
 */
export async function loadTables<T>(
  client: Client,
  vault: Vault,
  manifest: Manifest,
  after: () => Promise<T>,
): Promise<T> {
  const tables = await tablesAs(client, manifest)
  const keys = await foreignKeys(client)
  for (const { name } of tables)
    await client.query(
      `alter table onroll.${quoted(name)} no force row level security, disable trigger user`,
    )
  for (const { table, name } of keys)
    await client.query(`alter table onroll.${table} drop constraint ${name}`)

  for (const table of tables) await fill(client, vault, table)
  for (const { name, last, called } of manifest.sequences)
    await client.query('select setval($1::regclass, $2, $3)', [
      `onroll.${quoted(name)}`,
      last,
      called,
    ])
  for (const { table, name, definition } of keys)
    await client.query(`alter table onroll.${table} add constraint ${name} ${definition}`)
  await compare(client, tables, manifest)
  const result = await after()

  for (const { name } of tables)
    await client.query(
      `alter table onroll.${quoted(name)} force row level security, enable trigger user`,
    )
  return result
}

async function fill(client: Client, vault: Vault, { name, columns }: Table) {
  // What migrations wrote is in the backup too.
  await client.query(`delete from onroll.${quoted(name)}`)
  const sink = client.query(
    copyFrom(`copy onroll.${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`),
  )
  await readSealed(vault, tableFile(name), sink)
}

/** Every row of every table, read back from the database, is the row that was backed up. */
async function compare(client: Client, tables: readonly Table[], manifest: Manifest) {
  for (const table of tables) {
    const tally = tallying()
    await pipeline(client.query(copyTo(rowsInOrder(table))), tally.stream, nowhere())
    const { rows, sha256 } = tally.result()
    const wanted = manifest.tables.find(({ name }) => name === table.name)
    if (rows !== wanted?.rows || sha256 !== wanted.sha256)
      throw new BackupFault(
        `Table ${table.name} does not read back as it was backed up. Nothing was restored.`,
      )
  }
}

async function tablesAs(client: Client, manifest: Manifest): Promise<Table[]> {
  const tables = await tablesOf(client)
  const shape = (list: readonly { name: string; columns: readonly string[] }[]) =>
    list.map(({ name, columns }) => `${name}(${columns.join()})`).join()
  if (shape(tables) !== shape(manifest.tables))
    throw new BackupFault(
      'The tables of the backup and of this version of Onroll differ. Nothing was restored.',
    )
  return tables
}

async function foreignKeys(client: Client) {
  const { rows } = await client.query<ForeignKey>(
    `select quote_ident(c.relname) as "table", quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid
      where k.contype = 'f' and k.conparentid = 0 and c.relnamespace = 'onroll'::regnamespace
      order by 1, 2`,
  )
  return rows
}
