import { type Candidate, candidatesFor } from '../world/candidates.ts'
import { type Catalogue, keyOf } from '../world/catalogue.ts'
import { changes } from '../world/changes.ts'
import type { Hand } from '../world/hand.ts'
import type { Asker, RowOf, Table, World } from '../world/world.ts'
import { allowed } from './allowed.ts'
import { asking, finderOf } from './asking.ts'
import { mayChange, mayRemove } from './may-change.ts'
import type { Rule } from './writers.ts'

/** What the matrix says of one table, worked out once: so that it can be compared with the database many times. */
export interface Expected {
  readonly table: Table
  readonly askers: readonly {
    readonly asker: Asker
    readonly read: ReadonlySet<string>
    readonly add: readonly Candidate[]
    readonly change: ReadonlySet<string>
    readonly remove: ReadonlySet<string>
  }[]
}
export type Deed = 'read' | 'add' | 'change' | 'remove'

export function expectedOf(
  catalogue: Catalogue,
  world: World,
  askers: readonly Asker[],
): Map<Table, Expected> {
  const find = finderOf(world)
  return new Map(
    (Object.keys(world.rows) as Table[]).map(table => {
      const shape = catalogue.get(table)
      if (!shape) throw new Error(`There is no table ${table}`)
      const rows = world.rows[table] as readonly RowOf<typeof table>[]
      const add = candidatesFor(world, find, table, askers)
      const keys = (asker: Asker, rule: Rule<Table> | undefined) => {
        const who = asking(world, find, asker)
        return new Set(rows.filter(row => rule?.(who, row)).map(row => keyOf(shape, row)))
      }
      return [
        table,
        {
          table,
          askers: askers.map(asker => ({
            asker,
            read: keys(asker, (who, row) => allowed(who, table, row)),
            add: add.get(asker) ?? [],
            change: keys(asker, mayChange[table] as Rule<Table> | undefined),
            remove: keys(asker, mayRemove[table] as Rule<Table> | undefined),
          })),
        },
      ]
    }),
  )
}

/** How the database differs from what is expected of one table and deed; stops at the first difference if told to. */
export async function compare(
  hand: Hand,
  { table, askers }: Expected,
  deed: Deed,
  { first = false }: { first?: boolean } = {},
): Promise<{ faults: string[]; tried: number }> {
  const faults: string[] = []
  let tried = 0
  for (const each of askers) {
    const { asker } = each
    if (deed === 'add') {
      const outcomes = await hand.add(
        asker,
        table,
        each.add.map(({ row }) => row),
      )
      tried += outcomes.length
      for (const [at, let_] of outcomes.entries())
        if (let_ !== each.add[at]?.due)
          faults.push(
            `${asker.name} ${let_ ? 'may' : 'may not'} add to ${table}: ${JSON.stringify(each.add[at]?.row)}`,
          )
    } else {
      const due = each[deed]
      const clause = changes[table]
      if (deed === 'change' && !clause) continue
      const got =
        deed === 'read'
          ? await hand.read(asker, table)
          : deed === 'remove'
            ? await hand.remove(asker, table)
            : await hand.change(asker, table, clause ?? '')
      tried += 1
      faults.push(...setsDiffer(`${asker.name}, ${deed} ${table}`, got, due))
    }
    if (first && faults.length > 0) break
  }
  return { faults, tried }
}

function setsDiffer(what: string, got: Set<string> | string, due: ReadonlySet<string>): string[] {
  // Without the grant nothing is done, which is right where nothing is due.
  if (typeof got === 'string')
    return due.size === 0 && got.startsWith('permission denied for table')
      ? []
      : [`${what}: ${got}`]
  return [
    ...[...got].filter(key => !due.has(key)).map(key => `${what} ${key}: done, and may not be`),
    ...[...due].filter(key => !got.has(key)).map(key => `${what} ${key}: not done, and may be`),
  ]
}
