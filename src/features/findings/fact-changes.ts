import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'
import type { JobTools } from '#platform/jobs.ts'
import { askAbout, inBatches, openCases } from './ask-again.ts'
import { askAboutRolls, rollsInUse, rollsTouched } from './moves/ask-again.ts'
import { askAboutProvision } from './provision/ask-again.ts'
import { askForWhatFollows, provisionInUse, provisionTouched } from './provision/touched.query.ts'

/** Ids of what has changed, by kind: `child_id`, `school_id`, `placement_id` … (migrations 0034 and 0050 say which). */
export type Touched = Readonly<Record<string, readonly string[]>>

interface FactChange {
  readonly id: number
  readonly touches: Readonly<Record<string, string>>
}

const claimed = 5000

/**
 * Asks the rules about whatever has changed since they were last asked. A note is held until its cases are done and goes
 * with that: a process that dies in the middle leaves it to the next. Two runs never hold the same note.
 */
export async function askAboutChanges(tools: JobTools): Promise<void> {
  await forgetOtherCalls(tools)
  while (true) {
    const done = await tools.db.asWorker(async tx => {
      const { rows } = await sql<FactChange>`
        select id, touches from fact_change order by id limit ${claimed} for update skip locked`.execute(
        tx,
      )
      if (rows.length === 0) return 0
      const touched = gathered(rows)
      await askAbout(tools, inBatches(await casesTouched(tx, touched)))
      await askAboutProvision(tools, await provisionTouched(tx, touched))
      await askForWhatFollows(tx, touched)
      await askAboutRolls(tools, await rollsTouched(tx, touched))
      if (rows.some(touchesEverything)) {
        await askAbout(tools, openCases(tools.db))
        await askAboutProvision(tools, await provisionInUse(tx))
        await askAboutRolls(tools, await rollsInUse(tx))
      }
      await sql`delete from fact_change where id = any (${`{${rows.map(({ id }) => id).join(',')}}`}::bigint[])`.execute(
        tx,
      )
      return rows.length
    })
    if (done < claimed) return
  }
}

const touchesEverything = ({ touches }: FactChange) => Object.keys(touches).length === 0

function gathered(rows: readonly FactChange[]): Touched {
  const touched = new Map<string, Set<string>>()
  for (const { touches } of rows)
    for (const [kind, id] of Object.entries(touches))
      touched.set(kind, (touched.get(kind) ?? new Set()).add(id))
  return Object.fromEntries([...touched].map(([kind, ids]) => [kind, [...ids]]))
}

async function casesTouched(tx: Tx, touched: Touched): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from cases_touched(${JSON.stringify(touched)}::jsonb) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Every change has called for this job. What those calls were about is visible here, so the calls can go. */
const forgetOtherCalls = ({ db }: JobTools) =>
  db.asWorker(tx =>
    sql`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
         where t.id = j.task_id and t.identifier = 're-evaluate-changed' and j.locked_at is null and j.run_at <= now()`.execute(
      tx,
    ),
  )
