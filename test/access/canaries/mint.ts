import type { Table } from '../world/world.ts'

type Values = Record<string, unknown>

/** Where a canary was put: one field of one row. */
export interface Place {
  readonly table: Table
  readonly column: string
  readonly row: Values
}
/** Everything by which a field can be recognised, with the fields that hold it. */
export type Places = Map<string, Place[]>

/** Canaries beside those that the world fills in by itself; the last letter tells the two apart. */
export function openMint(places: Places) {
  let count = 0
  const put = (mark: string, place: Place) => {
    const known = places.get(mark.toLowerCase())
    if (known) known.push(place)
    else places.set(mark.toLowerCase(), [place])
  }
  return {
    put,
    /** A text that stands nowhere else. */
    text(table: Table, row: Values, column: string) {
      const mark = `canary${(count + 46_656).toString(36)}y`
      count += 1
      put(mark, { table, column, row })
      return mark
    },
    /** A number that stands nowhere else. */
    number(table: Table, row: Values, column: string, from: number) {
      count += 1
      put(String(from + count), { table, column, row })
      return from + count
    },
  }
}
export type Mint = ReturnType<typeof openMint>
