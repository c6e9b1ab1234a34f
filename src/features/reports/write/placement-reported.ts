import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'

/**
 * May the person asking write of this placement now? While it is agreed or runs, and for the ten school days after its end
 * in which its provider still reads it; the database asks the same of whoever writes.
 */
export async function mayBeReported(tx: Tx, placementId: string): Promise<boolean> {
  const { rows } = await sql<{
    open: boolean
  }>`select ${placementId}::uuid in (select onroll.placements_i_may_report()) as open`.execute(tx)
  return rows[0]?.open ?? false
}
