import { type Catalogue, keyOf } from '../world/catalogue.ts'
import type { Seen } from '../world/probe.ts'
import type { Asker, RowOf, Table, World } from '../world/world.ts'
import { allowed } from './allowed.ts'
import { asking, type Finder } from './asking.ts'

/** Rows that an asker sees and should not, or should see and does not: both are faults. */
export function differences(
  catalogue: Catalogue,
  world: World,
  find: Finder,
  asker: Asker,
  seen: Seen,
): string[] {
  const who = asking(world, find, asker)
  return (Object.keys(world.rows) as Table[]).flatMap(table => {
    const shape = catalogue.get(table)
    if (!shape) throw new Error(`There is no table ${table}`)
    const rows = world.rows[table] as readonly RowOf<typeof table>[]
    const due = new Map(
      rows.filter(row => allowed(who, table, row)).map(row => [keyOf(shape, row), row]),
    )
    const got = seen.get(table) ?? new Set()
    return [
      ...[...got]
        .filter(key => !due.has(key))
        .map(key => `${asker.name} sees ${table} ${key}, which the matrix does not give`),
      ...[...due.keys()]
        .filter(key => !got.has(key))
        .map(key => `${asker.name} does not see ${table} ${key}, which the matrix gives`),
    ]
  })
}
