import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changed } from '../changed.ts'

export interface NewAdmission {
  readonly childId: string
  readonly schoolId: string
  readonly appliedOn: IsoDate
  readonly outcome?: 'offered' | 'refused' | 'withdrawn' | null
  readonly outcomeOn?: IsoDate | null
  readonly completedOn?: IsoDate | null
}

/** An application for a place. The referral of a child whose admission is not complete goes back to Admissions first. */
export async function recordAdmission(doer: Doer, admission: NewAdmission): Promise<string> {
  const id = newId()
  await doer.tx
    .insertInto('admission')
    .values({
      id,
      child_id: admission.childId,
      school_id: admission.schoolId,
      applied_on: admission.appliedOn,
      outcome: admission.outcome ?? null,
      outcome_on: admission.outcomeOn ?? null,
      completed_on: admission.completedOn ?? null,
      recorded_by: doer.me.userId,
      recorded_at: doer.now,
    })
    .execute()
  await changed(doer, admission.childId, 'child.changed', { added: 'admission' })
  return id
}
