import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import type { Doer } from '#platform/http/visit.ts'
import { changed, oneAtATime } from '../changed.ts'
import { endStatusBefore } from '../status-rows.ts'

export interface NewSpecialNeeds {
  readonly childId: string
  /** `none`, `sen-support` or `ehcp` today; the list is open. */
  readonly status: string
  readonly fromOn: IsoDate
  readonly maintainingAuthority?: string | null
  readonly primaryNeed?: string | null
  readonly secondaryNeed?: string | null
  readonly source: string
}

/** The child’s special educational needs from a day on. What held before ends, and stays on record. */
export async function setSpecialNeeds(doer: Doer, needs: NewSpecialNeeds): Promise<string> {
  const { tx, me, now } = doer
  await oneAtATime(tx, needs.childId)
  const endEarlier = await endStatusBefore(doer, 'special_needs', needs.childId, needs.fromOn)
  const id = newId()
  await tx
    .insertInto('special_needs')
    .values({
      id,
      child_id: needs.childId,
      status: needs.status,
      from_on: needs.fromOn,
      maintaining_authority: needs.status === 'ehcp' ? (needs.maintainingAuthority ?? null) : null,
      primary_need: needs.primaryNeed ?? null,
      secondary_need: needs.secondaryNeed ?? null,
      source: needs.source,
      recorded_by: me.userId,
      recorded_at: now,
    })
    .execute()
  await endEarlier()
  await changed(doer, needs.childId, 'child.status-changed', { status: 'special needs' })
  return id
}

export interface NewTopUp {
  readonly childId: string
  readonly schoolYear: string
  readonly amountPence: number
  readonly fromOn: IsoDate
  readonly toOn: IsoDate
  readonly grantedBy?: string | null
}

/** Money on top of the school’s own, for one school year. */
export async function addTopUp(doer: Doer, topUp: NewTopUp): Promise<string> {
  const id = newId()
  await doer.tx
    .insertInto('top_up')
    .values({
      id,
      child_id: topUp.childId,
      school_year: topUp.schoolYear,
      amount_pence: topUp.amountPence,
      from_on: topUp.fromOn,
      to_on: topUp.toOn,
      granted_by: topUp.grantedBy ?? null,
      recorded_by: doer.me.userId,
      recorded_at: doer.now,
    })
    .execute()
  await changed(doer, topUp.childId, 'child.status-changed', { status: 'top-up' })
  return id
}
