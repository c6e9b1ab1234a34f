import type { Client } from 'pg'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly nullable: boolean
  readonly automatic: boolean
  readonly computed: boolean
  readonly check: string | null
}

const typeNames: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  bool: 'boolean',
  date: 'IsoDate',
  time: 'string',
  timestamptz: 'Timestamp',
  bytea: 'Buffer',
  jsonb: 'Json',
  tsvector: 'string',
  _text: 'string[]',
  _int4: 'number[]',
  _bytea: 'Buffer[]',
}

/** The TypeScript face of the migrated database, written by `npm run types` and compared by a test. */
export async function generateTypes(client: Client): Promise<string> {
  const { rows } = await client.query<Column>(columnsSql)
  const tables = Map.groupBy(rows, row => row.table)
  const faces = [...tables].map(
    ([table, columns]) =>
      `export interface ${pascal(table)}Table {\n${columns.map(face).join('\n')}\n}\n`,
  )
  const all = [...tables.keys()].map(table => `  ${table}: ${pascal(table)}Table`).join('\n')
  return `${heading}\n${faces.join('\n')}\nexport interface Database {\n${all}\n}\n`
}

const heading = `// Written by “npm run types” from the migrated database. Do not edit.
import type { ColumnType } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'

export type Timestamp = ColumnType<Date, Date | string, Date | string>
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U>
    ? ColumnType<S, I | undefined, U>
    : ColumnType<T, T | undefined, T>
/** Worked out by the database from other columns: nobody writes it. */
export type Computed<T> = ColumnType<T, never, never>
/** Written as JSON text, read as what it holds. */
export type Json = ColumnType<unknown, string, string>
`

function face({ column, type, nullable, automatic, computed, check }: Column) {
  const base = literals(check) ?? typeNames[type]
  if (!base) throw new RangeError(`No TypeScript type is known for ${type} (column ${column})`)
  const plain = nullable ? `${base} | null` : base
  return `  ${/^[a-z_]+$/.test(column) ? column : `'${column}'`}: ${computed ? `Computed<${plain}>` : automatic ? `Generated<${plain}>` : plain}`
}

/** A text column checked against a list becomes the union of its words. */
function literals(check: string | null) {
  const list = check?.match(/= ANY \(\(?ARRAY\[(.+?)\]/)?.[1]
  const words = list?.match(/'((?:[^']|'')*)'::text/g)
  return words?.map(word => word.replace(/::text$/, '')).join(' | ')
}

const pascal = (name: string) =>
  name.replace(/(^|_)([a-z])/g, (_, _start, letter: string) => letter.toUpperCase())

const columnsSql = `
select c.relname as "table", a.attname as "column", t.typname as type, not a.attnotnull as nullable,
       a.atthasdef or a.attidentity <> '' as automatic, a.attgenerated <> '' as computed,
       (select pg_get_constraintdef(k.oid) from pg_constraint k
         where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
           and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\w+ = ANY' limit 1) as "check"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
 where n.nspname = 'onroll' and c.relkind = 'r'
 order by c.relname, a.attnum`
