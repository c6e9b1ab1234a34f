import { sql } from 'kysely'
import { Refusal } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'

export interface Blocker {
  readonly number: number
  readonly what: string
}

/** What stands in the way of taking an import back: by row of the file, what has happened since. */
export async function blockersOf(tx: Tx, batchId: string): Promise<Blocker[]> {
  const { rows } =
    await sql<Blocker>`select distinct number, what from onroll.import_blockers(${batchId}) order by number, what`.execute(
      tx,
    )
  return rows
}

/** Whatever else points at what was added: the database does not let it go. */
function refuseInUse(error: { code?: string }): never {
  if (error.code === '23503' || error.code === '23514')
    throw new Refusal('Something has happened since that rests on this import. Nothing was undone.')
  throw error
}

const words: Readonly<Record<string, string>> = {
  child: 'the child’s details have changed',
  enrolment: 'the roll has changed',
  child_address: 'the address has changed',
  contact: 'a contact has changed',
  special_needs: 'the SEN status has changed',
  care_status: 'the care status has changed',
  referral: 'there is a referral, or it has changed',
  protected_notice: 'the address has been protected',
  protected_location: 'the address has been protected',
  proposed_change: 'a change waits for a second person',
  possible_duplicate: 'a possible duplicate has been decided',
  correction: 'something has been corrected',
  exclusion: 'an exclusion has been recorded',
  admission: 'an application has been recorded',
  agency_involvement: 'an agency has been added',
  top_up: 'a top-up has been added',
}
export const blockerInWords = ({ what }: Blocker): string =>
  words[what] ?? 'something else has been recorded'

/** Puts back exactly what was, unless something has happened since that rests on the import. */
export async function undoImport({ tx, now, audit }: Doer, batchId: string) {
  const blockers = await blockersOf(tx, batchId)
  if (blockers.length > 0)
    throw new Refusal('Something has happened since that rests on this import. Nothing was undone.')
  const { rows: children } = await sql<{ id: string }>`
    select distinct coalesce(r.child_id, w.row_id) as id from import_row r join import_write w on w.batch_id = r.batch_id and w.number = r.number
     where r.batch_id = ${batchId} and (r.child_id is not null or w.table_name = 'child')`.execute(
    tx,
  )
  await sql`select onroll.undo_import(${batchId}, ${now})`.execute(tx).catch(refuseInUse)
  for (const { id: childId } of children)
    audit({
      event: 'child.changed',
      subjectKind: 'child',
      subjectId: childId,
      childId,
      detail: { undone: batchId },
    })
  audit({
    event: 'import.undone',
    subjectKind: 'import',
    subjectId: batchId,
    detail: { rows: children.length },
  })
}
