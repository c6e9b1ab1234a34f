import { sql } from 'kysely'
import type { Tx } from './database/database.ts'

/** The closed list of things we promise to remember. `what.happened`, past tense. */
export const auditEvents = [
  'child.viewed',
  'child.searched',
  'child.added',
  'child.changed',
  'child.status-changed',
  'child.contact-changed',
  'child.address-changed',
  'child.protected',
  'child.protected-location-viewed',
  'child.protection-ended',
  'child.looked-up',
  'child.lookers-viewed',
  'child.duplicate-resolved',
  'enrolment.changed',
  'referral.viewed',
  'referral.listed',
  'referral.started',
  'referral.changed',
  'referral.submitted',
  'referral.amended',
  'referral.withdrawn',
  'referral.discarded',
  'referral.assigned',
  'referral.accepted',
  'referral.returned',
  'referral.referred-on',
  'referral.information-asked',
  'referral.information-answered',
  'referral.noted',
  'referral.messaged',
  'referral.closed',
  'referral.reopened',
  'referral.disputed',
  'referral.dispute-changed',
  'fair-access.criteria-checked',
  'fair-access.advice-asked',
  'fair-access.advice-given',
  'file.added',
  'file.viewed',
  'file.removed',
  'meeting.planned',
  'meeting.changed',
  'meeting.invited',
  'meeting.viewed',
  'meeting.answered',
  'meeting.opened',
  'meeting.held',
  'meeting.minuted',
  'meeting.cancelled',
  'agenda.changed',
  'pack.released',
  'pack.recalled',
  'pack.read',
  'interest.declared',
  'interest.ended',
  'decision.recorded',
  'decision.viewed',
  'decision.issued',
  'decision.ratified',
  'decision.superseded',
  'action.made',
  'action.done',
  'notice.sent',
  'notice.viewed',
  'notice-template.changed',
  'on-roll.viewed',
  'on-roll.confirmed',
  'on-roll.escalated',
  'on-roll.answered',
  'finding.viewed',
  'finding.accepted',
  'import.uploaded',
  'import.viewed',
  'import.checked',
  'import.made',
  'import.undone',
  'import.discarded',
  'organisation.changed',
  'school.imported',
  'membership.given',
  'membership.changed',
  'membership.ended',
  'user.invited',
  'user.ended',
  'partnership.membership-changed',
  'calendar.changed',
  'setting.changed',
  'provider.added',
  'provider.changed',
  'audit.read',
  'message.read',
  'message.sent-again',
  'export.made',
  'session.started',
  'session.ended',
  'session.hat-changed',
  'sign-in.failed',
  'sign-in.throttled',
  'password.changed',
  'password.reset-asked',
  'second-factor.set',
  'passkey.added',
  'passkey.removed',
  'link.used',
  'calendar-feed.made',
  'calendar-feed.revoked',
  'access.refused',
  'form.unexpected-field',
] as const
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
