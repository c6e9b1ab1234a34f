import { sql } from 'kysely'
import { caseworkEvents } from './audit-events.ts'
import { provisionEvents } from './audit-events-of-provision.ts'
import type { Tx } from './database/database.ts'

/** The closed list of things we promise to remember. */
export const auditEvents = [...caseworkEvents, ...provisionEvents] as const
export type AuditEvent = (typeof auditEvents)[number]

export interface AuditEntry {
  readonly event: AuditEvent
  readonly subjectKind: string
  readonly subjectId?: string | undefined
  /** The child it is about: the answer to “who has looked at this child”. */
  readonly childId?: string | undefined
  readonly outcome?: 'done' | 'refused' | 'failed'
  /** Ids, field names, codes and counts. Never names, reasons, or anything a person wrote. */
  readonly detail?: Readonly<Record<string, unknown>>
  /** Only for what happens before anybody is signed in. */
  readonly userId?: string | undefined
}

/** Writes entries in the caller's transaction. Called last, because it takes the lock on the head of the chain. */
export async function remember(tx: Tx, requestId: string, entries: readonly AuditEntry[]) {
  if (entries.length === 0) return
  await sql`select onroll.remember(${requestId}, ${JSON.stringify(entries)}::jsonb)`.execute(tx)
}
