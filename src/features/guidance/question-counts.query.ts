import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'

export interface TopicCount {
  readonly topic: string
  readonly asked: number
  readonly unanswered: number
  readonly oldest: Date | null
}

/** How much is asked about each topic, and how long it waits: counts, without a word of any question. */
export async function questionCounts(tx: Tx, now: Date): Promise<TopicCount[]> {
  const since = new Date(now.getTime() - 90 * 86_400_000)
  const { rows } = await sql<TopicCount>`
    select topic, asked, unanswered, oldest from onroll.question_counts(${since}) order by asked desc, topic`.execute(
    tx,
  )
  return rows.map(row => ({
    ...row,
    asked: Number(row.asked),
    unanswered: Number(row.unanswered),
  }))
}
