import type { Asking } from '../oracle/asking.ts'
import type { RowOf, Table, World } from '../world/world.ts'

/**
 * A function that answers with more rights than the asker's own: what it is asked, and what the matrix lets it say.
 * `due` is written from the matrix and the issue, never from the function.
 */
export interface Answer {
  /** Asks it everything that makes sense in this world; answers with one column of jsonb. */
  readonly ask: (world: World) => string
  readonly due: (asking: Asking) => readonly unknown[]
  /** Where the order of a list, or a number drawn by lot, says nothing. */
  readonly plain?: (told: unknown) => unknown
}

/** A function without a question, or with one for each record of a kind; what it says is told with what was asked. */
export const asks =
  (call: string, of?: Table, column = 'id') =>
  (world: World): string =>
    of
      ? `select jsonb_build_object('of', a.id, 'said', to_jsonb(x)) from unnest(${uuids(world, of, column)}) a (id), lateral ${call} x`
      : `select to_jsonb(x) from ${call} x`

/** A set of ids: of which records of a kind it says yes. */
export const setOf = <T extends Table>(
  call: string,
  table: T,
  belongs: (asking: Asking, row: RowOf<T>) => boolean,
): Answer => ({
  ask: () => `select distinct to_jsonb(x) from ${call} x`,
  due: asking =>
    (asking.world.rows[table] as readonly RowOf<T>[])
      .filter(row => belongs(asking, row))
      .map(row => idOf(row)),
})

export const idOf = (row: object) => {
  const each = row as { readonly id?: string; readonly organisation_id?: string }
  return each.id ?? each.organisation_id
}

export const uuids = ({ rows }: World, table: Table, column = 'id') =>
  `array[${(rows[table] as readonly Readonly<Record<string, unknown>>[])
    .map(row => `'${row[column]}'`)
    .join()}]::uuid[]`

export const texts = (values: readonly unknown[], type: string) =>
  `array[${values.map(value => `'${value}'`).join()}]::${type}[]`

/** These columns of a row, and no others. */
export const only = (row: object, ...columns: readonly string[]) =>
  Object.fromEntries(
    columns.map(column => [column, (row as Readonly<Record<string, unknown>>)[column] ?? null]),
  )

/** The largest of some days or moments, as text; none of none. */
export const newest = (values: readonly unknown[]) =>
  values
    .filter(value => value !== null)
    .map(String)
    .sort()
    .at(-1) ?? null

/** Groups that are there, each with what is said of it. */
export const perGroup = <T, Said>(
  rows: readonly T[],
  key: (row: T) => string,
  say: (group: readonly T[]) => Said,
): Said[] => [...Map.groupBy(rows, key).values()].map(say)
