import type { Client } from 'pg'

/** A table as a backup sees it: read from the database, so that no new table can be forgotten. */
export interface Table {
  readonly name: string
  /** Every column that is stored and not worked out from others. */
  readonly columns: readonly string[]
  /** What its rows are put in order by; the same on every server, whatever its collation. */
  readonly order: string
}

/** Made anew from the secret at every start, and closed to the backup's role. */
export const leftOut = ['context_key']

export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(tablesSql, [leftOut])
  return rows
}

export async function sequencesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'onroll'::regnamespace and relkind = 'S' order by 1`,
  )
  return rows.map(row => row.name)
}

/** All rows of a table in order, as text that PostgreSQL 15 and later write and read alike. */
export function rowsInOrder({ name, columns, order }: Table) {
  return `copy (select ${columns.map(quoted).join(', ')} from onroll.${quoted(name)} order by ${order}) to stdout`
}

/** Settings on which the text of a value depends. */
export const plainText = `
  set datestyle = 'ISO, YMD'; set timezone = 'UTC'; set intervalstyle = 'postgres';
  set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8';
  set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set lock_timeout = '30s'`

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

const tablesSql = `
select c.relname as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       coalesce(
         (select string_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end, ', '
                            order by array_position(i.indkey::int2[], a.attnum))
            from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
           where i.indrelid = c.oid and i.indisprimary),
         quote_ident(c.relname) || '::text collate "C"') as "order"
  from pg_class c
 where c.relnamespace = 'onroll'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
   and c.relname <> all ($1)
 order by c.relname`
