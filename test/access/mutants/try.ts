import { type Asking, asking, type Finder } from '../oracle/asking.ts'
import { mayChange } from '../oracle/may-change.ts'
import type { Rule } from '../oracle/writers.ts'
import { begun, mayAdd, ownedBy, signedBy, withNewKey } from '../world/candidates.ts'
import { dice } from '../world/dice.ts'
import { insertion } from '../world/hand.ts'
import type { Asker, RowOf, Table, World } from '../world/world.ts'

/**
 * One change tried by one person, as raw SQL. What a row may become is not asked by the oracle, which asks who may touch
 * it: so each rule about it stands here with what must come of it.
 */
export interface Attempt {
  readonly title: string
  readonly table: Table
  readonly asker: Asker
  readonly statement: string
  readonly comes: 'done' | 'refused' | 'nothing was there'
  /** Made while nobody has a membership yet. */
  readonly founding?: boolean
}

export interface Scene {
  readonly world: World
  readonly find: Finder
}

export interface Found<T extends Table> {
  readonly asker: Asker
  readonly me: NonNullable<Asking['me']>
  readonly row: RowOf<T>
}

type Values = Record<string, unknown>

/** Somebody who may change a row of this table that is as wanted, and the row. */
export function whoChanges<T extends Table>(
  scene: Scene,
  table: T,
  wanted: (who: Asking, row: RowOf<T>) => boolean,
): Found<T> {
  const rule = mayChange[table]
  return first(scene, table, (who, row) => (rule?.(who, row) && wanted(who, row) ? row : undefined))
}

/** Somebody who may add a row such as this world has, and that row as they would add it. */
export function whoAdds<T extends Table>(
  scene: Scene,
  table: T,
  wanted: (who: Asking, row: RowOf<T>) => boolean = () => true,
): Found<T> {
  const rule = mayAdd[table] as Rule<T> | undefined
  return first(scene, table, (who, row) => {
    const signed = signedBy(who, row as Values)
    const ways = [begun(ownedBy(who, signed)), begun(signed)] as unknown as RowOf<T>[]
    return ways.find(way => rule?.(who, way) && wanted(who, way))
  })
}

/** Anybody, and a row of this table: those for whom it fits. */
export const first = <T extends Table>(
  { world, find }: Scene,
  table: T,
  fits: (who: Asking, row: RowOf<T>) => RowOf<T> | undefined,
): Found<T> => {
  for (const asker of world.askers) {
    const who = asking(world, find, asker)
    if (!who.me || asker.purpose !== 'request') continue
    for (const each of world.rows[table] as readonly RowOf<T>[]) {
      const row = fits(who, each)
      if (row) return { asker, me: who.me, row }
    }
  }
  throw new Nobody(`This world has nobody for whom a ${table} is as wanted`)
}

export class Nobody extends Error {}

export type Attempts = readonly ((scene: Scene) => Attempt[])[]

type Comes = Attempt['comes']
/** What is tried, with what; and what comes of it, if it is not refused. */
type Change = readonly [what: string, set: string, comes?: Comes]
type Addition = readonly [what: string, columns: Values, comes?: Comes]

/** The row that somebody may change, changed in these ways. */
export const changing = <T extends Table>(
  table: T,
  { asker, row }: Found<T>,
  ...changes: readonly Change[]
): Attempt[] =>
  changes.map(([what, set, comes = 'refused']) => ({
    title: `${asker.name.replace(/ \d+$/, '')} changes ${table}: ${what}`,
    table,
    asker,
    statement: `update ${table} set ${set} where ${theRow(row)}`,
    comes,
  }))

/** The row that somebody may add, as it is and with these columns. */
export function adding<T extends Table>(
  table: T,
  { asker, row }: Found<T>,
  ...additions: readonly Addition[]
): Attempt[] {
  const chance = dice(additions.length + table.length * 101)
  return additions.map(([what, columns, comes = 'refused']) => ({
    title: `${asker.name.replace(/ \d+$/, '')} adds to ${table}: ${what}`,
    table,
    asker,
    statement: insertion(table, withNewKey(table, { ...row, ...columns }, chance)),
    comes,
  }))
}

const keys = ['id', 'questionnaire_id', 'question', 'section', 'visit_id', 'placement_id'] as const

function theRow(row: object): string {
  const values = row as Values
  const names = values['id'] ? ['id'] : keys.filter(name => values[name] !== undefined)
  return names.map(name => `${name} = '${values[name]}'`).join(' and ')
}

export const anybodyBut = ({ world }: Scene, id: string): string =>
  world.rows.user_account.find(person => person.id !== id)?.id ?? ''
