import { sql } from 'kysely'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { batchOf, moveBatch } from './batch.ts'
import { countsOf, judge } from './check.ts'
import { importerOf, type Progress, type Written } from './importer.ts'

/**
 * Writes an import whole or not at all. The rows are judged again in this very transaction, behind every other import of
 * the school: what was shown is what happens, or nothing does.
 */
export async function carryOut(doer: Doer, id: string, progress: Progress) {
  const { tx, me, now, audit } = doer
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${me.organisationId}`}, 0))`.execute(
    tx,
  )
  const batch = await batchOf(tx, id)
  const { judged } = await judge(doer, batch)
  const counts = countsOf(judged)
  const same = (['add', 'change', 'nothing'] as const).every(
    action => counts[action] === batch.counts[action],
  )
  if (!same || judged.some(({ problems }) => problems.length > 0))
    throw new Refusal(
      'The records have changed since the file was checked. Check it again, and look at what it would do now.',
    )
  const written = await importerOf(batch.kind).write(doer, judged, id, progress)
  await keepWritten(doer, id, written)
  await moveBatch(tx, { id, from: ['importing'] }, 'imported', {
    imported_at: now,
    rows_done: batch.rowCount,
    problem: null,
  })
  audit({ event: 'import.made', subjectKind: 'import', subjectId: id, detail: counts })
}

/** What stood there before is kept, so that all of it can be put back. */
async function keepWritten(
  { tx }: Doer,
  id: string,
  written: ReadonlyMap<number, readonly Written[]>,
) {
  const rows = [...written].flatMap(([number, own]) => own.map(each => ({ number, ...each })))
  for (let at = 0; at < rows.length; at += 5000)
    await sql`insert into import_write (batch_id, number, table_name, row_id, before, mark)
      select ${id}, x.number, x."table", x.id, nullif(x.before, 'null'::jsonb), x.mark
        from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + 5000))}::jsonb)
          as x (number integer, "table" text, id uuid, before jsonb, mark text)`.execute(tx)
}
