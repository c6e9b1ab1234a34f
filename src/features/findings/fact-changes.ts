import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'
import type { JobTools } from '#platform/jobs.ts'
import { askAbout, inBatches, openCases } from './ask-again.ts'

interface FactChange {
  readonly id: number
  readonly child_id: string | null
  readonly referral_id: string | null
  readonly meeting_id: string | null
  readonly school_id: string | null
  readonly partnership_id: string | null
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
        select id, child_id, referral_id, meeting_id, school_id, partnership_id from fact_change
         order by id limit ${claimed} for update skip locked`.execute(tx)
      if (rows.length === 0) return 0
      await askAbout(tools, inBatches(await casesTouched(tx, rows)))
      if (rows.some(touchesEverything)) await askAbout(tools, openCases(tools.db))
      await sql`delete from fact_change where id = any (${`{${rows.map(({ id }) => id).join(',')}}`}::bigint[])`.execute(
        tx,
      )
      return rows.length
    })
    if (done < claimed) return
  }
}

const touchesEverything = (row: FactChange) =>
  [row.child_id, row.referral_id, row.meeting_id, row.school_id, row.partnership_id].every(
    about => about === null,
  )

async function casesTouched(tx: Tx, rows: readonly FactChange[]): Promise<string[]> {
  const all = (key: keyof FactChange) =>
    `{${[...new Set(rows.map(row => row[key]).filter(value => value !== null))].join(',')}}`
  const touched = await sql<{ id: string }>`
    select id from cases_touched(${all('child_id')}::uuid[], ${all('referral_id')}::uuid[], ${all('meeting_id')}::uuid[],
      ${all('school_id')}::uuid[], ${all('partnership_id')}::uuid[]) as id`.execute(tx)
  return touched.rows.map(({ id }) => id)
}

/** Every change has called for this job. What those calls were about is visible here, so the calls can go. */
const forgetOtherCalls = ({ db }: JobTools) =>
  db.asWorker(tx =>
    sql`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
         where t.id = j.task_id and t.identifier = 're-evaluate-changed' and j.locked_at is null and j.run_at <= now()`.execute(
      tx,
    ),
  )
