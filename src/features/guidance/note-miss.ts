import { sql } from 'kysely'
import type { Doer } from '#platform/http/visit.ts'
import { personalDataIn } from './personal-data.ts'

/** Keeps what was looked for in vain, unless it could be about somebody. Never who looked. */
export async function noteMiss({ tx, today }: Pick<Doer, 'tx' | 'today'>, words: string) {
  if ((await personalDataIn(tx, words)).length > 0) return
  await sql`select onroll.note_search_miss(${words}, ${today}::date)`.execute(tx)
}
