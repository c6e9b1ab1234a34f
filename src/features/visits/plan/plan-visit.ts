import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import { visitLifecycle } from '../lifecycle.ts'
import type { VisitRow } from '../visit.query.ts'

export interface PlannedVisit {
  readonly providerId: string
  readonly siteId: string | null
  readonly plannedOn: IsoDate
  readonly visitors: string | null
  readonly purpose: string | null
  readonly annualAssessment: boolean
}

/** Puts a visit in the diary of the commissioner for whom one acts. */
export async function planVisit(
  { tx, me, now, audit }: Doer,
  { providerId, siteId, plannedOn, visitors, purpose, annualAssessment }: PlannedVisit,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('visit')
    .values({
      id,
      provider_id: providerId,
      site_id: siteId,
      commissioner_id: me.organisationId,
      planned_on: plannedOn,
      visitors,
      purpose,
      annual_assessment: annualAssessment,
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  audit({
    event: 'visit.planned',
    subjectKind: 'visit',
    subjectId: id,
    detail: { provider: providerId, plannedOn },
  })
  return id
}

/** The day moves, or who goes: while nobody has been there. */
export async function changePlan(
  { tx, audit }: Doer,
  visit: VisitRow,
  { siteId, plannedOn, visitors, purpose, annualAssessment }: Omit<PlannedVisit, 'providerId'>,
): Promise<void> {
  if (visit.status !== 'planned') throw new Refusal('The visit has begun: its plan stays as it was')
  await changeOne(
    tx
      .updateTable('visit')
      .set({
        site_id: siteId,
        planned_on: plannedOn,
        visitors,
        purpose,
        annual_assessment: annualAssessment,
      })
      .where('id', '=', visit.id)
      .where('version', '=', visit.version),
    'This visit',
  )
  audit({
    event: 'visit.planned',
    subjectKind: 'visit',
    subjectId: visit.id,
    detail: { provider: visit.provider_id, plannedOn },
  })
}

/** Somebody is there. What is written from now on is the record of the visit. */
export async function beginVisit(
  { tx, audit }: Pick<Doer, 'tx' | 'audit'>,
  visit: Pick<VisitRow, 'id' | 'status'>,
  visitedOn: IsoDate,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('visit')
    .set({ status: visitLifecycle.next(visit.status, 'begin'), visited_on: visitedOn })
    .where('id', '=', visit.id)
    .where('status', '=', 'planned')
    .executeTakeFirst()
  // Another device of the same visit was a moment earlier: it has begun all the same.
  if (numUpdatedRows === 1n)
    audit({
      event: 'visit.begun',
      subjectKind: 'visit',
      subjectId: visit.id,
      detail: { visitedOn },
    })
}

/** It does not take place, or its record is given up. Why stays. */
export async function cancelVisit(
  { tx, audit }: Doer,
  visit: VisitRow,
  because: string,
): Promise<void> {
  await changeOne(
    tx
      .updateTable('visit')
      .set({ status: visitLifecycle.next(visit.status, 'cancel'), cancelled_because: because })
      .where('id', '=', visit.id)
      .where('version', '=', visit.version),
    'This visit',
  )
  audit({ event: 'visit.cancelled', subjectKind: 'visit', subjectId: visit.id })
}
