import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changed, oneAtATime } from '../changed.ts'
import { endStatusBefore } from '../status-rows.ts'

export interface NewCareStatus {
  readonly childId: string
  readonly status: 'never-looked-after' | 'looked-after' | 'previously-looked-after'
  readonly fromOn: IsoDate
  /** Which authority looks, or looked, after the child. */
  readonly authority?: string | null
  readonly socialWorker?: string | null
  readonly virtualSchoolContact?: string | null
  readonly placedInAuthority?: string | null
  readonly source: string
}

/** Whether the child is looked after, by which authority, from a day on. What held before ends, and stays on record. */
export async function setCareStatus(doer: Doer, care: NewCareStatus): Promise<string> {
  const { tx, me, now } = doer
  await oneAtATime(tx, care.childId)
  const endEarlier = await endStatusBefore(doer, 'care_status', care.childId, care.fromOn)
  const id = newId()
  await tx
    .insertInto('care_status')
    .values({
      id,
      child_id: care.childId,
      from_on: care.fromOn,
      ...careColumns(care),
      recorded_by: me.userId,
      recorded_at: now,
    })
    .execute()
  await endEarlier()
  await changed(doer, care.childId, 'child.status-changed', { status: 'care' })
  return id
}

export const careColumns = (care: Omit<NewCareStatus, 'childId' | 'fromOn'>) => {
  const known = care.status !== 'never-looked-after'
  return {
    status: care.status,
    authority: known ? (care.authority ?? null) : null,
    social_worker: known ? (care.socialWorker ?? null) : null,
    virtual_school_contact: known ? (care.virtualSchoolContact ?? null) : null,
    placed_in_authority: known ? (care.placedInAuthority ?? null) : null,
    source: care.source,
  }
}
