import { type IsoDate, londonDay } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  findingsOfPlacement,
  findingsOfProvider,
  reevaluateProvision,
} from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { movePlacement, recordPlacementEvent } from '../move-placement.ts'
import type { Placement } from '../placement.query.ts'
import type { RunPlacement } from '../run-placement.query.ts'
import { endPlanWith } from '../substantial/end-plan.ts'
import { tellProvider } from '../tell.ts'
import { isCovered, Overridden } from '../tripwire/covered.ts'
import { readsUntil } from './reads-until.ts'

/** The child began there. What stops a start must have been mended, accepted, or overridden when it was offered. */
export async function startPlacement(doer: Doer, placement: RunPlacement, startedOn: IsoDate) {
  const { tx, today, audit } = doer
  if (startedOn > today) throw new Refusal('It has not started before that day. Record it then.')
  const left = await whatStopsTheStart(doer, placement)
  if (left.length > 0)
    throw new Refusal(
      `It cannot start: ${left.map(({ message }) => message).join(' ')} Mend it, or accept it with a reason.`,
    )
  await movePlacement(tx, placement, 'start', { started_on: startedOn })
  await recordPlacementEvent(doer, placement.id, 'started', null, { on: startedOn })
  audit({
    event: 'placement.started',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { on: startedOn },
  })
  await tellProvider(doer, placement, 'started')
  await reevaluateProvision(doer, placement.child_id)
}

/** Findings that stop it, less those that were accepted, and those that a head has overridden as they stand. */
export async function whatStopsTheStart(
  { tx }: Pick<Doer, 'tx'>,
  { id, provider_id }: Pick<RunPlacement, 'id' | 'provider_id'>,
) {
  const overridden = await tx
    .selectFrom('tripwire_override')
    .select('findings')
    .where('placement_id', '=', id)
    .execute()
  const given = overridden.flatMap(({ findings }) => Overridden.parse(findings))
  const standing = [
    ...(await findingsOfPlacement(tx, id)),
    ...(await findingsOfProvider(tx, provider_id)),
  ]
  return standing.filter(
    finding =>
      finding.blocks.includes('start-placement') &&
      !finding.acceptedAt &&
      !isCovered(finding, given),
  )
}

/** It is over. The provider reads it for ten school days more, to write its report. */
export async function endPlacement(
  doer: Doer,
  placement: Placement,
  { endedOn, reason }: { endedOn: IsoDate; reason: string },
) {
  const { tx, today, audit } = doer
  if (endedOn > today) throw new Refusal('Record the end on the last day, or after it.')
  if (placement.started_on && endedOn < placement.started_on)
    throw new Refusal('The last day must not be before the first.')
  const early = placement.planned_end_on !== null && endedOn < placement.planned_end_on
  await movePlacement(tx, placement, early ? 'end early' : 'end', {
    ended_on: endedOn,
    end_reason: reason,
    provider_reads_until: await readsUntil(tx, endedOn),
  })
  await endSessions(doer, placement.id, endedOn)
  await recordPlacementEvent(doer, placement.id, early ? 'ended early' : 'ended', reason, {
    on: endedOn,
  })
  await endPlanWith(doer, placement.id, endedOn)
  audit({
    event: 'placement.ended',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { on: endedOn, early },
  })
  await tellProvider(doer, placement, 'ended')
  await reevaluateProvision(doer, placement.child_id)
}

/** What is to come is cut off after the last day; what has not begun by then never does. */
export async function endSessions(
  { tx, today }: Pick<Doer, 'tx' | 'today'>,
  placementId: string,
  lastDay: IsoDate,
): Promise<number> {
  const gone = await tx
    .deleteFrom('placement_session')
    .where('placement_id', '=', placementId)
    .where('from_on', '>', lastDay)
    .where('from_on', '>=', today)
    .returning('id')
    .execute()
  const ended = await tx
    .updateTable('placement_session')
    .set(at => ({ to_on: at.fn<IsoDate>('greatest', ['from_on', at.val(lastDay)]) }))
    .where('placement_id', '=', placementId)
    .where(at => at.or([at('to_on', 'is', null), at('to_on', '>', lastDay)]))
    .returning('id')
    .execute()
  return gone.length + ended.length
}

/** Taken back before it ran. What hung on it goes with it, and the history says which was which. */
export async function withdrawPlacement(doer: Doer, placement: Placement, reason: string) {
  const { tx, now, audit } = doer
  await movePlacement(tx, placement, 'withdraw', { end_reason: reason })
  const sessions = await endSessions(doer, placement.id, londonDay(now))
  await recordPlacementEvent(doer, placement.id, 'withdrawn', reason, { sessions })
  await endPlanWith(doer, placement.id, londonDay(now))
  await withdrawChanges(doer, placement.id)
  audit({
    event: 'placement.withdrawn',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { sessions },
  })
  if (placement.status === 'offered' || placement.status === 'accepted')
    await tellProvider(doer, placement, 'withdrawn')
  await reevaluateProvision(doer, placement.child_id)
}

async function withdrawChanges(doer: Doer, placementId: string) {
  const { tx, me, now } = doer
  const open = await tx
    .updateTable('placement_change')
    .set({
      status: 'refused',
      decided_by: me.userId,
      decided_at: now,
      decided_because: 'The placement was withdrawn.',
    })
    .where('placement_id', '=', placementId)
    .where('status', '=', 'asked')
    .returning('id')
    .execute()
  if (open.length > 0)
    await recordPlacementEvent(
      doer,
      placementId,
      'change refused',
      'The placement was withdrawn.',
      {
        followed: 'withdrawn',
        changes: open.length,
      },
    )
}
