import { type Asking, asking, finderOf } from '../oracle/asking.ts'
import type { Table, World } from '../world/world.ts'
import { idsIn, marksIn } from './bytes.ts'
import { isMetadata, mayReadField, mayReadRow } from './fields.ts'
import type { Places } from './mint.ts'
import type { Viewer } from './viewers.ts'

type Row = Readonly<Record<string, unknown>>

/** Says of a text that somebody got what in it the matrix does not give them. */
export function judgeOf(world: World, places: Places) {
  const find = finderOf(world)
  const known = new Map<Viewer, Asking>()
  const read = new Map<Asking, Map<Row, boolean>>()
  /** Asked of the same rows again and again, and always answered the same: a world stands still while it is walked. */
  const mayRead = (me: Asking, table: Table, row: Row): boolean => {
    const answers = read.get(me) ?? new Map<Row, boolean>()
    if (answers.size === 0) read.set(me, answers)
    const before = answers.get(row)
    if (before !== undefined) return before
    const answer = mayReadRow(me, table, row)
    answers.set(row, answer)
    return answer
  }
  const who = (viewer: Viewer) => {
    const before = known.get(viewer)
    if (before) return before
    const found = asking(world, find, viewer.asker)
    known.set(viewer, found)
    return found
  }
  // An id names a row, and stands in every row that points at it: who may read one of them may know it.
  const holders = new Map<string, { table: Table; row: Row; own: boolean }[]>()
  for (const [table, rows] of Object.entries(world.rows))
    for (const row of rows as Row[])
      for (const [column, value] of Object.entries(row))
        for (const id of typeof value === 'string' || isJson(value) ? idsIn(textOf(value)) : []) {
          const place = { table: table as Table, row, own: column === 'id' }
          const known = holders.get(id)
          if (known) known.push(place)
          else holders.set(id, [place])
        }

  /** The fields and the rows that this viewer should not have learnt of; `typed` is what they sent themselves. */
  function leaks(viewer: Viewer, text: string, typed: string): string[] {
    const me = who(viewer)
    const found: string[] = []
    for (const mark of marksIn(text)) {
      const homes = places.get(mark)
      if (!homes || typed.toLowerCase().includes(mark)) continue
      if (!homes.some(place => mayReadField(me, place)))
        found.push(
          homes
            .map(({ table, column }) => `${table}.${column}`)
            .sort()
            .join(' or '),
        )
    }
    for (const id of idsIn(text)) {
      const rows = holders.get(id)
      if (!rows || typed.includes(id)) continue
      if (!rows.some(({ table, row }) => mayRead(me, table, row)) && !isMetadata(me, rows))
        found.push(`${(rows.find(({ own }) => own) ?? rows[0])?.table}.id`)
    }
    return [...new Set(found)]
  }
  return { leaks, who, mayRead }
}
export type Judge = ReturnType<typeof judgeOf>

const isJson = (value: unknown) => typeof value === 'object' && value !== null
const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
