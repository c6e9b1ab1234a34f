import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Doer } from '#platform/http/visit.ts'

/** A membership as it stood before a change, or stands after it. */
export interface MembershipDates {
  readonly joinedOn: IsoDate
  readonly leftOn?: IsoDate | null
  readonly how?: string | null
}

/** Keeps what was changed about a membership, by whom and why; and remembers that it was. */
export async function recordChange(
  { tx, me, now, audit }: Doer,
  { id, partnershipId, schoolId }: { id: string; partnershipId: string; schoolId: string },
  what: 'joined' | 'left' | 'corrected' | 'removed',
  {
    before,
    after,
    decidedBy,
    reason,
  }: {
    before?: MembershipDates
    after?: MembershipDates
    decidedBy?: string | null
    reason?: string | null
  },
) {
  await tx
    .insertInto('partnership_member_change')
    .values({
      id: newId(),
      member_id: id,
      partnership_id: partnershipId,
      school_id: schoolId,
      what,
      before: before ? JSON.stringify(before) : null,
      after: after ? JSON.stringify(after) : null,
      decided_by: decidedBy ?? null,
      reason: reason ?? null,
      changed_by: me.userId,
      changed_at: now,
    })
    .execute()
  audit({
    event: 'partnership.membership-changed',
    subjectKind: 'partnership',
    subjectId: partnershipId,
    detail: { school: schoolId, what, ...(after ?? {}) },
  })
}
