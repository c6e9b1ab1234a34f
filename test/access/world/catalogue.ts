import type { Pool } from 'pg'

export interface Column {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly standard: string | null
  readonly checked: boolean
  readonly given: boolean
  /** Nothing is asked of it but that it is no longer than this. */
  readonly longest: number | null
  /** The table that it points at. */
  readonly references: string | null
}
export interface TableShape {
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  /** May requests read any of it? */
  readonly readable: boolean
}
/** What the database itself says of its tables: the tests are written against this, not against the migrations. */
export type Catalogue = ReadonlyMap<string, TableShape>

export async function catalogueOf(admin: Pool): Promise<Catalogue> {
  const { rows } = await admin.query(`
    select c.relname as table, has_any_column_privilege('onroll_app', c.oid, 'select') as readable, a.attname as name, t.typname as type, a.attnotnull as required,
           pg_get_expr(d.adbin, d.adrelid) as standard,
           (select k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
              and k.conkey = array[a.attnum] limit 1) as references,
           a.attidentity <> '' or a.attgenerated <> '' as given,
           exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)) as checked,
           (select case when bool_and(cardinality(k.conkey) = 1 and pg_get_constraintdef(k.oid) ~ 'length\\(' and pg_get_constraintdef(k.oid) !~ '~|ANY|[^<>]=')
                   then min(substring(pg_get_constraintdef(k.oid) from '<= (\\d+)')::int) end
              from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)) as longest,
           coalesce((select array_position(i.indkey::int2[], a.attnum) from pg_index i where i.indrelid = c.oid and i.indisprimary), -1) as place
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'onroll'::regnamespace and c.relkind in ('r', 'p')
     order by c.relname, a.attnum`)
  const tables = new Map<string, { columns: Column[]; key: string[]; readable: boolean }>()
  for (const { table, place, readable, ...column } of rows) {
    const shape = tables.get(table) ?? { columns: [] as Column[], key: [] as string[], readable }
    tables.set(table, shape)
    shape.columns.push(column)
    if (place >= 0) shape.key[place] = column.name
  }
  return tables
}

/** Columns that say who wrote a row. */
export const signatures =
  /^(created|recorded|started|asked|given|made|sent|listed|released|written|uploaded|changed|corrected|proposed|chosen|named|checked|raised|added)_by$|^by_user$/

/** The text that names one row of a table, here and in SQL alike. */
export const keyOf = (shape: TableShape, row: Readonly<Record<string, unknown>>): string =>
  shape.key.map(name => String(row[name])).join(' ')

export const keyInSql = (shape: TableShape): string =>
  shape.key.map(name => `"${name}"::text`).join(` || ' ' || `)
