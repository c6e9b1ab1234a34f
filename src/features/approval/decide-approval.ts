import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Decided } from '#features/providers/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { enqueue } from '#platform/jobs.ts'
import { tellOfApprovalName } from './tell.job.ts'

export interface NewDecision {
  readonly providerId: string
  readonly approval: Decided
  readonly conditions: string | null
  readonly because: string
  readonly reviewOn: IsoDate | null
}

/** Decides whether a provider may be used, from today. What was decided before stays; the newest counts. */
export async function decideApproval(doer: Doer, wanted: NewDecision): Promise<string> {
  const { tx, me, now, today, audit } = doer
  const id = newId()
  await tx
    .insertInto('provider_approval')
    .values({
      id,
      provider_id: wanted.providerId,
      approval: wanted.approval,
      conditions: wanted.conditions,
      because: wanted.because,
      review_on: wanted.reviewOn,
      from_on: today,
      by_user: me.userId,
      by_organisation: me.organisationId,
      at: now,
    })
    .execute()
  audit({
    event: 'approval.decided',
    subjectKind: 'provider',
    subjectId: wanted.providerId,
    detail: { decision: id, approval: wanted.approval },
  })
  await enqueue(tx, { name: tellOfApprovalName }, { decision: id }, { key: `approval ${id}` })
  return id
}
