import { sql } from 'kysely'
import type { IsoDate } from '#domain/dates.ts'
import { nameSounds } from '#domain/name-search.ts'
import { writeReference } from '#domain/reference.ts'
import type { Tx } from '#platform/database/database.ts'
import { type Names, surnameSounds } from '../name-keys.ts'

export interface PossiblySame {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly birthDate: IsoDate
  readonly because: 'the same UPN' | 'the same date of birth, and a surname that sounds the same'
}

/** Children on record who may be this one, of those whom the reader may see. */
export async function possiblySame(
  tx: Tx,
  child: Names & { readonly birthDate: IsoDate; readonly upn?: string | null },
): Promise<PossiblySame[]> {
  const sounds = surnameSounds(child).map(sound => `=${sound}`)
  const upn = child.upn ?? null
  const { rows } = await sql<{
    id: string
    reference: number
    forename: string
    surname: string
    birth_date: IsoDate
    same_upn: boolean
  }>`
    with mine as materialized (select distinct id from onroll.children_i_may_see('identity') as s (id))
    select c.id, c.reference, c.forename, c.surname, c.birth_date,
           coalesce(c.upn = ${upn}::text or c.former_upns @> array[${upn}::text], false) as same_upn
      from mine join onroll.child c on c.id = mine.id
     where c.merged_into_id is null
       and (coalesce(c.upn = ${upn}::text or c.former_upns @> array[${upn}::text], false)
         or (c.birth_date = ${child.birthDate} and c.sound_keys && ${sounds}::text[]))
     order by same_upn desc, c.sound_keys && ${nameSounds(child.forename)}::text[] desc, c.surname, c.forename
     limit 10`.execute(tx)
  return rows.map(row => ({
    id: row.id,
    reference: writeReference('child', row.reference),
    name: `${row.forename} ${row.surname}`,
    birthDate: row.birth_date,
    because: row.same_upn
      ? 'the same UPN'
      : 'the same date of birth, and a surname that sounds the same',
  }))
}
