import type { Pool } from 'pg'
import { type Catalogue, type Column, signatures } from './catalogue.ts'
import { emptyProvision } from './provision/rows.ts'
import type { Table, World } from './world.ts'

const provision = emptyProvision()

type Values = Record<string, unknown>

/** Texts that stand nowhere else, each with the place where it was put. */
export type Canaries = Map<string, { table: Table; column: string; row: Values }>

/** Puts a world into the database, past row-level security, in the place of the one before. */
export async function loadWorld(admin: Pool, catalogue: Catalogue, world: World) {
  const canaries: Canaries = new Map()
  const tables = Object.keys(world.rows) as Table[]
  // A world begins with what was agreed: nobody agrees to it a second time.
  await admin.query('alter table onroll.managed_move_consent disable trigger user')
  await admin.query(`truncate ${tables.map(name => `onroll.${name}`).join(', ')} cascade`)
  for (const table of tables) {
    const shape = catalogue.get(table)
    if (!shape) throw new Error(`There is no table ${table}`)
    for (const row of world.rows[table]) fill(table, shape.columns, row as Values, world, canaries)
    for (const rows of alike(world.rows[table] as Values[])) await insertRows(admin, table, rows)
  }
  await admin.query(`update onroll.managed_move_consent c set agreement_sha256 = m.agreement_sha256
      from onroll.managed_move m where m.id = c.move_id;
    alter table onroll.managed_move_consent enable trigger user`)
  return canaries
}

export async function insertRows(admin: Pool, table: Table, rows: readonly Values[]) {
  const names = Object.keys(rows[0] ?? {}).map(name => `"${name}"`)
  await admin
    .query(
      `insert into onroll.${table} (${names}) overriding system value select ${names} from jsonb_populate_recordset(null::onroll.${table}, $1)`,
      [JSON.stringify(rows)],
    )
    .catch((error: Error) => {
      throw new Error(`${table}: ${error.message}`, { cause: error })
    })
}

/** Rows that name the same columns can be inserted at once. */
function alike(rows: readonly Values[]): Values[][] {
  const groups = new Map<string, Values[]>()
  for (const row of rows) {
    const shape = Object.keys(row).sort().join()
    groups.set(shape, [...(groups.get(shape) ?? []), row])
  }
  return [...groups.values()]
}

/** Whatever the making of the world left open: each text one of a kind, and what must be there. */
export function fill(
  table: Table,
  columns: readonly Column[],
  row: Values,
  world: World,
  canaries: Canaries,
) {
  const canary = (column: string) => {
    const text = `canary${(canaries.size + 46_656).toString(36)}z`
    canaries.set(text, { table, column, row })
    return text
  }
  for (const name of Object.keys(row)) if (row[name] === undefined) delete row[name]
  for (const { name, type, required, standard, checked, given, longest } of columns) {
    if (row[name] !== undefined || given) continue
    // Words of provision are marked however long they may be.
    const words = table in provision && (longest ?? 0) > 20
    if (checked && !words && (!required || standard !== null)) continue
    if (type === 'uuid' && signatures.test(name)) row[name] = somebody(world, canaries.size)
    else if (type === 'text' && (standard === null || !required)) row[name] = canary(name)
    else if (type === 'jsonb' && !standard?.startsWith(`'[`)) row[name] = { note: canary(name) }
    else if (required && standard === null)
      row[name] = substitute(`${table}.${name}`, type, canary(name), world)
  }
}

const somebody = ({ rows }: World, number: number) =>
  rows.user_account[number % rows.user_account.length]?.id ?? null

function substitute(
  where: string,
  type: string,
  canary: string,
  { now, today }: Pick<World, 'now' | 'today'>,
) {
  if (type === 'bytea') return `\\x${Buffer.from(canary).toString('hex').padEnd(64, '0')}`
  if (type === 'date') return today
  if (type === 'timestamptz') return now.toISOString()
  if (type === 'bool') return false
  if (type === '_bytea' || type === '_text') return []
  if (['int2', 'int4', 'int8'].includes(type)) return 1
  throw new Error(`Nothing stands in for ${where}, a ${type}`)
}
