import type { IsoDate } from '#domain/dates.ts'
import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { findingsOfPlacement, reevaluateProvision } from '#features/findings/index.ts'
import {
  addSessions,
  changePlacement,
  endPlacement,
  movePlacement,
  type Placement,
  type PlannedSession,
  plannedAgain,
  proposePlacement,
  recordPlacementEvent,
  sessionsOf,
  withdrawPlacement,
} from '#features/placements/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Work } from './work.query.ts'

/** A host and what was checked of it; what nobody knows is null. */
export interface WorkAnswers {
  readonly host: string
  readonly address: string | null
  readonly contact: string | null
  readonly activity: string | null
  readonly goal: Work['goal']
  readonly employsAnyone: boolean | null
  readonly fullyAudited: boolean | null
  readonly liabilityPence: number | null
  readonly checkedOn: IsoDate | null
  readonly declaredOn: IsoDate | null
  readonly indicators: readonly string[]
  readonly code: string | null
}

export interface NewWork {
  readonly purpose: string
  readonly startOn: IsoDate
  readonly endOn: IsoDate | null
  readonly sessions: readonly PlannedSession[]
  readonly work: WorkAnswers
}

/** Arranges work experience in the name of one's own organisation. A host has no account: nobody is offered anything. */
export async function arrangeWork(doer: Doer, childId: string, wanted: NewWork): Promise<string> {
  const { tx, me, now, audit } = doer
  const id = newId()
  await tx
    .insertInto('placement')
    .values({
      id,
      child_id: childId,
      kind: 'work experience',
      route: 'work experience',
      commissioner_id: me.organisationId,
      purpose: wanted.purpose,
      planned_start_on: wanted.startOn,
      planned_end_on: wanted.endOn,
      made_by: me.userId,
      made_at: now,
    })
    .execute()
  await tx
    .insertInto('work_experience')
    .values({ placement_id: id, ...columnsOf(wanted.work) })
    .execute()
  // The code is no answer of a proposal, so it is set like any later change.
  if (wanted.work.code)
    await tx
      .updateTable('placement')
      .set({ attendance_code: wanted.work.code })
      .where('id', '=', id)
      .execute()
  await addSessions(doer, id, wanted.startOn, wanted.sessions)
  await recordPlacementEvent(doer, id, 'proposed')
  audit({
    event: 'placement.proposed',
    subjectKind: 'placement',
    subjectId: id,
    childId,
    detail: { kind: 'work experience' },
  })
  await reevaluateProvision(doer, childId)
  return id
}

/** Writes down what is known of the host now. */
export async function saveWork(doer: Doer, placement: Placement, work: Work, answers: WorkAnswers) {
  await changeOne(
    doer.tx
      .updateTable('work_experience')
      .set(columnsOf(answers))
      .where('placement_id', '=', placement.id)
      .where('version', '=', work.version),
    'What is known of the host',
  )
  if (answers.code !== placement.attendance_code)
    await changePlacement(doer.tx, placement, { attendance_code: answers.code })
  await recordPlacementEvent(doer, placement.id, 'host checked')
  doer.audit({ ...about(placement), event: 'work-experience.changed' })
  await reevaluateProvision(doer, placement.child_id)
}

const columnsOf = (answers: WorkAnswers) => ({
  host_name: answers.host,
  host_address: answers.address,
  host_contact: answers.contact,
  activity: answers.activity,
  goal: answers.goal,
  employs_anyone: answers.employsAnyone,
  fully_audited: answers.fullyAudited,
  liability_pence: answers.liabilityPence,
  lebc_check_on: answers.checkedOn,
  genuine_declared_on: answers.declaredOn,
  indicators: [...answers.indicators],
})

const about = (placement: Placement) => ({
  subjectKind: 'placement',
  subjectId: placement.id,
  childId: placement.child_id,
})

/** What keeps it from being recorded as work experience, unless somebody has accepted it with a reason. */
export const whatStopsTheWork = async ({ tx }: Pick<Doer, 'tx'>, placementId: string) =>
  (await findingsOfPlacement(tx, placementId)).filter(
    ({ blocks, acceptedAt }) => blocks.includes('record-work-experience') && !acceptedAt,
  )

export async function startWork(doer: Doer, placement: Placement, startedOn: IsoDate) {
  if (startedOn > doer.today)
    throw new Refusal('It has not started before that day. Record it then.')
  const left = await whatStopsTheWork(doer, placement.id)
  if (left.length > 0)
    throw new Refusal(
      `It cannot start: ${left.map(({ message }) => message).join(' ')} Mend it, or accept it with a reason.`,
    )
  await movePlacement(doer.tx, placement, 'start with host', { started_on: startedOn })
  await recordPlacementEvent(doer, placement.id, 'started', null, { on: startedOn })
  doer.audit({ ...about(placement), event: 'placement.started', detail: { on: startedOn } })
  await reevaluateProvision(doer, placement.child_id)
}

/**
 * It is alternative provision under another name (WEX-03). A proposal at the provider takes its place, with the same week,
 * and everything that provision needs: the tripwire, the evidence, the offer. The work experience is over.
 */
export async function treatAsProvision(
  doer: Doer,
  placement: Placement,
  {
    providerId,
    route,
    needCategory,
    reason,
  }: {
    providerId: string
    route: Placement['route']
    needCategory: NonNullable<Placement['need_category']>
    reason: string
  },
): Promise<string> {
  const { tx, today, audit } = doer
  const week = (await sessionsOf(tx, [placement.id])).filter(
    ({ to_on }) => to_on === null || to_on >= today,
  )
  const startOn = placement.planned_start_on > today ? placement.planned_start_on : today
  const { planned_end_on: end } = placement
  const id = await proposePlacement(doer, {
    childId: placement.child_id,
    providerId,
    kind: 'alternative provision',
    route,
    purpose: placement.purpose ?? 'Arranged as work experience before',
    needCategory,
    plannedStartOn: startOn,
    plannedEndOn: end && end >= startOn ? end : null,
    sessions: week.map(plannedAgain),
  })
  await tx
    .updateTable('work_experience')
    .set({ reclassified_to: id, reclassified_because: reason })
    .where('placement_id', '=', placement.id)
    .execute()
  await recordPlacementEvent(doer, placement.id, 'treated as provision', reason, { placement: id })
  audit({ ...about(placement), event: 'work-experience.reclassified', detail: { placement: id } })
  const words = `Treated as alternative provision: ${reason}`.slice(0, 2000)
  if (placement.status === 'live')
    await endPlacement(doer, placement, { endedOn: today, reason: words })
  else await withdrawPlacement(doer, placement, words)
  return id
}
