import { sql } from 'kysely'
import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import type { Tx } from '#platform/database/database.ts'
import { type JobTools, job } from '#platform/jobs.ts'
import { evaluateDirections } from '../directions/evaluate-directions.ts'
import type { Touched } from '../fact-changes.ts'
import { evaluateMoves } from './evaluate-moves.ts'

const batch = 50

/** Asks the rules about managed moves, removals, returns and off-site directions of these children. */
export async function askAboutRolls(
  { db, now }: Pick<JobTools, 'db' | 'now'>,
  childIds: readonly string[],
): Promise<void> {
  for (let at = 0; at < childIds.length; at += batch)
    await db.asWorker(async tx => {
      const when = { tx, now: now(), today: londonDay(now()) }
      const some = childIds.slice(at, at + batch)
      await oneAtATime(tx, some)
      await evaluateMoves(when, some)
      await evaluateDirections(when, some)
    })
}

/** Whoever is or was to move, come off a roll, be entered on one, or be directed off site. */
const concerned = sql`(select child_id, id, from_school_id as school_id, to_school_id as other_id, 'move_id' as kind from managed_move
  union all select child_id, id, school_id, null, 'removal_id' from roll_removal
  union all select child_id, null, school_id, null, null from new_pupil_return
  union all select child_id, id, school_id, null, 'direction_id' from off_site_direction)`

/** The children whom such changes touch. Jobs alone ask, and they read everything. */
export async function rollsTouched(tx: Tx, touched: Touched): Promise<string[]> {
  const ids = (kind: string) => sql`any (${`{${(touched[kind] ?? []).join(',')}}`}::uuid[])`
  const { rows } = await sql<{ id: string }>`
    select distinct child_id as id from ${concerned} x
     where child_id = ${ids('child_id')} or school_id = ${ids('school_id')} or other_id = ${ids('school_id')}
       or (kind = 'move_id' and id = ${ids('move_id')}) or (kind = 'removal_id' and id = ${ids('removal_id')})
       or (kind = 'direction_id' and id = ${ids('direction_id')}) order by 1`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function rollsInUse(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{
    id: string
  }>`select distinct child_id as id from ${concerned} x order by 1`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Every night, because returns fall due, reviews come and absences grow by time alone. */
export const reevaluateRollsJob = job({
  name: 're-evaluate-rolls',
  payload: z.object({}),
  cron: '20 3 * * *',
  work: async (_nothing, tools) =>
    askAboutRolls(tools, await tools.db.asWorker(tx => rollsInUse(tx))),
})

/** Jobs that ask about the same child do so one after the other, so that the last word rests on the latest facts. */
const oneAtATime = (tx: Tx, ids: readonly string[]) =>
  sql`select pg_advisory_xact_lock(7036, hashtext(id)) from unnest(${`{${ids.join(',')}}`}::text[]) id`.execute(
    tx,
  )
