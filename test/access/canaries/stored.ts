import type { Pool } from 'pg'
import { isIsoDate } from '#domain/dates.ts'
import { type Catalogue, keyOf } from '../world/catalogue.ts'
import type { Table, World } from '../world/world.ts'
import { spellingsOf } from './believable.ts'
import { marksIn } from './bytes.ts'
import { type Judge, judgeOf } from './judge.ts'
import type { Place, Places } from './mint.ts'
import type { Viewer } from './viewers.ts'

type Row = Record<string, unknown>

/** The world as the database has it by now, after what people did. */
export async function worldNow(admin: Pool, world: World): Promise<World> {
  const tables = await Promise.all(
    (Object.keys(world.rows) as Table[]).map(async table => {
      const { rows } = await admin.query<{ row: Row }>(
        `select to_jsonb(t) as row from onroll."${table}" t`,
      )
      return [table, rows.map(({ row }) => row)] as const
    }),
  )
  return { ...world, now: new Date(), rows: Object.fromEntries(tables) as unknown as World['rows'] }
}

/** Tables that are no place to keep what somebody else wrote: a copy of it there is no reason to read it. */
const noCopies: readonly Table[] = ['audit_entry', 'form_key', 'sign_in_attempt', 'challenge']

/** A message is addressed, and speaks of things by their reference; it is no place for anything else. */
const isInPlace = (table: Table, column: string, homes: readonly Place[]) =>
  table !== 'message' ||
  column === 'address' ||
  homes.some(home => home.column === 'reference' && home.table !== 'child')

/** Every mark with every row in which it stands by now: a snapshot of a case is read with the pack, not with the case. */
export function placesNow(catalogue: Catalogue, places: Places, now: World): Places {
  const fresh = new Map<string, Row>()
  const copies = new Map<string, Place[]>()
  for (const [table, rows] of Object.entries(now.rows) as [Table, Row[]][]) {
    const shape = catalogue.get(table)
    for (const row of rows) {
      if (shape) fresh.set(`${table} ${keyOf(shape, row)}`, row)
      if (noCopies.includes(table)) continue
      for (const [column, value] of Object.entries(row))
        for (const mark of marksStored(value))
          if (isInPlace(table, column, places.get(mark) ?? []))
            copies.set(mark, [...(copies.get(mark) ?? []), { table, column, row }])
    }
  }
  return new Map(
    [...places].map(([mark, homes]) => [
      mark,
      [
        ...homes.map(place => {
          const shape = catalogue.get(place.table)
          const row = shape && fresh.get(`${place.table} ${keyOf(shape, place.row)}`)
          return { ...place, row: row ?? place.row }
        }),
        ...(copies.get(mark) ?? []),
      ],
    ]),
  )
}

/** Judges by the world as it stands now: for what happened after somebody changed it. */
export function judgeByNow(scene: {
  admin: Pool
  catalogue: Catalogue
  world: World
  places: Places
}) {
  let latest: Judge | undefined
  return async (viewer: Viewer, text: string, typed: string) => {
    // Reading the whole world takes longer than twenty requests: only what it did not explain last time needs it again.
    if (latest?.leaks(viewer, text, typed).length === 0) return []
    const now = await worldNow(scene.admin, scene.world)
    latest = judgeOf(now, placesNow(scene.catalogue, scene.places, now))
    return latest.leaks(viewer, text, typed)
  }
}

/** A day that was copied is shown in words too. */
const marksStored = (value: unknown) =>
  [...marksIn(JSON.stringify(value) ?? '')].flatMap(mark =>
    isIsoDate(mark) ? spellingsOf(mark).map(words => words.toLowerCase()) : [mark],
  )
