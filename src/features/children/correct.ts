import { sql } from 'kysely'
import { newId } from '#domain/ids.ts'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { AuditEvent } from '#platform/audit.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changed } from './changed.ts'

/** The rows of a child that can be corrected, what each is about, and what is remembered of it. */
export const correctable = {
  enrolment: ['education', 'enrolment.changed'],
  admission: ['education', 'child.changed'],
  exclusion: ['education', 'child.changed'],
  special_needs: ['special needs', 'child.status-changed'],
  top_up: ['special needs', 'child.status-changed'],
  care_status: ['care', 'child.status-changed'],
  agency_involvement: ['care', 'child.changed'],
  child_address: ['contacts', 'child.address-changed'],
  contact: ['contacts', 'child.contact-changed'],
  child: ['identity', 'child.changed'],
} as const satisfies Record<string, readonly [Correction['about'], AuditEvent]>
export type Correctable = keyof typeof correctable

export interface Correction {
  readonly id: string
  readonly about: 'identity' | 'education' | 'special needs' | 'care' | 'contacts'
  readonly recordId: string
  readonly before: Readonly<Record<string, unknown>>
  readonly reason: string
  readonly correctedBy: string
  readonly correctedAt: Date
}

export interface RowToCorrect {
  readonly id: string
  readonly childId: string
  readonly version: number
}

type Value = string | number | boolean | null | readonly string[]

/**
 * Changes what a row says because it was wrong, and keeps what it said. What has changed in life is not a correction:
 * it ends the row and adds another.
 */
export async function correctRow(
  doer: Doer,
  table: Correctable,
  row: RowToCorrect,
  changes: Readonly<Record<string, Value>>,
  reason: string,
) {
  const before = await valuesNow(doer.tx, table, row, Object.keys(changes))
  const different = Object.entries(changes).filter(
    ([column, value]) => JSON.stringify(before[column] ?? null) !== JSON.stringify(value),
  )
  if (different.length === 0) return
  // First what it said: a correction may take the child out of the sight of whoever makes it.
  const [about, event] = correctable[table]
  await doer.tx
    .insertInto('correction')
    .values({
      id: newId(),
      child_id: row.childId,
      about,
      record: table,
      record_id: row.id,
      before: JSON.stringify(
        Object.fromEntries(different.map(([column]) => [column, before[column]])),
      ),
      reason,
      corrected_by: doer.me.userId,
      corrected_at: doer.now,
    })
    .execute()
  const sets = different.map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  const { numAffectedRows = 0n } = await sql`update ${sql.table(table)} set ${sql.join(sets)}
    where id = ${row.id} and version = ${row.version}`.execute(doer.tx)
  if (numAffectedRows === 0n) throw new Refusal('This has changed since you opened it')
  await changed(doer, row.childId, event, {
    corrected: table,
    fields: different.map(([column]) => column),
  })
}

async function valuesNow(tx: Tx, table: Correctable, row: RowToCorrect, columns: string[]) {
  const owner = table === 'child' ? 'id' : 'child_id'
  const list = sql.join(columns.map(column => sql.ref(column)))
  const { rows } = await sql<Record<string, unknown>>`select ${list} from ${sql.table(table)}
    where id = ${row.id} and ${sql.ref(owner)} = ${row.childId}`.execute(tx)
  const [found] = rows
  if (!found) throw new NotFound()
  return found
}

/** Earlier wording of the rows of one kind, by row, newest first. */
export async function correctionsOf(tx: Tx, childId: string, record: Correctable) {
  const rows = await tx
    .selectFrom('correction')
    .innerJoin('user_account', 'user_account.id', 'correction.corrected_by')
    .select([
      'correction.id',
      'correction.about',
      'correction.record_id as recordId',
      'correction.before',
      'correction.reason',
      'user_account.name as correctedBy',
      'correction.corrected_at as correctedAt',
    ])
    .where('correction.child_id', '=', childId)
    .where('correction.record', '=', record)
    .orderBy('correction.corrected_at', 'desc')
    .execute()
  return Map.groupBy(rows as Correction[], ({ recordId }) => recordId)
}
export type Corrections = Awaited<ReturnType<typeof correctionsOf>>
