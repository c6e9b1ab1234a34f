import { sql } from 'kysely'
import type { AuditEvent } from '#platform/audit.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'

/** Remembers a change about a child. The rules are asked again about the child’s open cases by what was changed. */
export async function changed(
  { audit }: Pick<Doer, 'audit'>,
  childId: string,
  event: AuditEvent,
  detail: Readonly<Record<string, unknown>> = {},
) {
  audit({ event, subjectKind: 'child', subjectId: childId, childId, detail })
}

/** Two people who change the dated rows of one child do so one after the other. */
export const oneAtATime = (tx: Tx, childId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${childId}, 0))`.execute(tx)
