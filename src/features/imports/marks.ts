import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'

/** What each row is like now, in short: the same as `import_blockers` asks of it later. */
export async function marksOf(
  tx: Tx,
  written: readonly { readonly table: string; readonly id: string }[],
): Promise<Map<string, string>> {
  const marks = new Map<string, string>()
  for (const [table, rows] of Map.groupBy(written, each => each.table)) {
    const found = await sql<{ id: string; mark: string }>`
      select id, md5((to_jsonb(t) - 'version')::text) as mark from ${sql.table(table)} t
       where id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(tx)
    for (const { id, mark } of found.rows) marks.set(id, mark)
  }
  return marks
}
