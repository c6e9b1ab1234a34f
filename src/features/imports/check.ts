import { sql } from 'kysely'
import type { Doer } from '#platform/http/visit.ts'
import { type Batch, batchOf, moveBatch } from './batch.ts'
import { isOtherSchool } from './children/judge.ts'
import { type FileRow, importerOf } from './importer.ts'
import type { Judged } from './row.ts'

/** Judges every row of the file against the records as they are, and keeps what was found. Nothing else is written. */
export async function checkBatch(doer: Doer, id: string) {
  const batch = await batchOf(doer.tx, id)
  const { judged, known } = await judge(doer, batch)
  await keepJudgements(doer, id, judged)
  const problems = judged.filter(each => each.problems.length > 0)
  await moveBatch(doer.tx, { id, from: ['checking'] }, 'checked', {
    problem_count: problems.length,
    problem: wholeFile(problems),
    counts: countsOf(judged),
    known_children: known,
    checked_at: doer.now,
    rows_done: batch.rowCount,
  })
  doer.audit({
    event: 'import.checked',
    subjectKind: 'import',
    subjectId: id,
    detail: { ...countsOf(judged), problems: problems.length },
  })
}

export async function judge(doer: Doer, batch: Batch) {
  const rows = await doer.tx
    .selectFrom('import_row')
    .select(['number', 'cells', 'held'])
    .where('batch_id', '=', batch.id)
    .orderBy('number')
    .execute()
  return importerOf(batch.kind).judge(doer, rows as FileRow[], batch.matching)
}

export const countsOf = (judged: readonly Judged[]) => ({
  add: judged.filter(({ action }) => action === 'add').length,
  change: judged.filter(({ action }) => action === 'change').length,
  nothing: judged.filter(({ action }) => action === 'nothing').length,
  warnings: judged.filter(({ warnings }) => warnings.length > 0).length,
})

/** Rows of another school make it the wrong file: then no row is taken, whatever else is right. */
function wholeFile(rows: readonly Judged[]): string | null {
  const numbers = rows
    .filter(({ problems }) => problems.some(isOtherSchool))
    .map(({ number }) => number)
  if (numbers.length === 0) return null
  const listed = numbers.slice(0, 50).join(', ')
  return `This file has rows of another school (${numbers.length === 1 ? 'row' : 'rows'} ${listed}${numbers.length > 50 ? ' and more' : ''}). None of it can be imported.`
}

async function keepJudgements({ tx }: Doer, id: string, judged: readonly Judged[]) {
  for (let at = 0; at < judged.length; at += 1000) {
    const rows = judged
      .slice(at, at + 1000)
      .map(({ number, action, childId, problems, warnings, changes, blank }) => ({
        number,
        action,
        child_id: action === 'add' ? null : childId,
        problems,
        warnings,
        changes,
        blank,
      }))
    // Cells that must not be known are emptied where they lie.
    await sql`update import_row r set action = x.action, child_id = x.child_id, problems = x.problems, warnings = x.warnings,
        changes = x.changes, cells = case when x.blank = '[]'::jsonb then r.cells else r.cells
          || (select coalesce(jsonb_object_agg(header, ''), '{}') from jsonb_array_elements_text(x.blank) header) end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as x (number integer, action text, child_id uuid, problems jsonb, warnings jsonb, changes jsonb, blank jsonb)
      where r.batch_id = ${id} and r.number = x.number`.execute(tx)
  }
}
