import { type Candidate, candidatesFor } from '../world/candidates.ts'
import { type Catalogue, keyOf } from '../world/catalogue.ts'
import type { Hand, Reached } from '../world/hand.ts'
import type { Asker, RowOf, Table, World } from '../world/world.ts'
import { allowed } from './allowed.ts'
import { asking, type Finder, finderOf } from './asking.ts'
import { mayChange, mayRemove } from './may-change.ts'
import type { Rule } from './writers.ts'

/** A few of each kind: writing is tried more thoroughly than reading, and need not be tried by everybody. */
export function someOfEach(askers: readonly Asker[], most = 2): Asker[] {
  const seen = new Map<string, number>()
  return askers.filter(({ name }) => {
    const kind = name.replace(/ \d+$/, '')
    seen.set(kind, (seen.get(kind) ?? 0) + 1)
    return (seen.get(kind) ?? 0) <= most
  })
}

/** What the matrix says of one table, worked out once: so that it can be compared with the database many times. */
export interface Expected {
  readonly table: Table
  readonly askers: readonly {
    readonly asker: Asker
    readonly read: ReadonlySet<string>
    readonly change: ReadonlySet<string>
    readonly remove: ReadonlySet<string>
  }[]
  /** What each of them tries to add. */
  readonly candidates: readonly (readonly Candidate[])[]
}
export type Deed = 'read' | 'add' | 'change' | 'remove'

/** One table after another as it is asked for: most of what is tried is about a few. */
export function expectedOf(
  catalogue: Catalogue,
  world: World,
  askers: readonly Asker[],
): { of(table: Table): Expected | undefined; all(): Expected[] } {
  const find = finderOf(world)
  const known = new Map<Table, Expected>()
  const of = (table: Table) => {
    if (!world.rows[table]) return undefined
    const expected = known.get(table) ?? expectedOfTable(catalogue, world, find, table, askers)
    known.set(table, expected)
    return expected
  }
  const tables = Object.keys(world.rows) as Table[]
  return { of, all: () => tables.flatMap(table => of(table) ?? []) }
}

function expectedOfTable(
  catalogue: Catalogue,
  world: World,
  find: Finder,
  table: Table,
  askers: readonly Asker[],
): Expected {
  const shape = catalogue.get(table)
  if (!shape) throw new Error(`There is no table ${table}`)
  const rows = world.rows[table] as readonly RowOf<typeof table>[]
  const add = candidatesFor(catalogue, world, find, table, askers)
  const keys = (asker: Asker, rule: Rule<Table> | undefined) => {
    const who = asking(world, find, asker)
    return new Set(rows.filter(row => rule?.(who, row)).map(row => keyOf(shape, row)))
  }
  return {
    table,
    candidates: askers.map(asker => add.get(asker) ?? []),
    askers: askers.map(asker => ({
      asker,
      read: keys(asker, (who, row) => allowed(who, table, row)),
      change: keys(asker, mayChange[table] as Rule<Table> | undefined),
      remove: keys(asker, mayRemove[table] as Rule<Table> | undefined),
    })),
  }
}

/** How the database differs from what is expected of one table and deed. */
export async function compare(
  hand: Hand,
  { table, askers: all, candidates }: Expected,
  deed: Deed,
): Promise<{ faults: string[]; tried: number }> {
  if (deed === 'change' && !hand.canChange(table)) return { faults: [], tried: 0 }
  const askers = all.map(({ asker }) => asker)
  if (deed === 'add') {
    const wrong = await hand.add(askers, table, candidates)
    const faults = wrong.map(
      ({ asker, candidate, outcome }) =>
        `${asker.name} ${candidate.due ? 'should add' : 'should not add'} to ${table} (${outcome}): ${JSON.stringify(candidate.row)}`,
    )
    return { faults, tried: candidates.flat().length }
  }
  const reached = await hand[deed](askers, table)
  const faults = all.flatMap((each, at) =>
    setsDiffer(`${each.asker.name}, ${deed} ${table}`, reached[at] ?? 'no answer', each[deed]),
  )
  return { faults, tried: askers.length }
}

/** What was reached and may not be, and what was not and may be. */
export function setsDiffer(what: string, got: Reached, due: ReadonlySet<string>): string[] {
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
