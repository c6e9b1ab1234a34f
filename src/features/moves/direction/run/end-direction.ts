import { addDays, type IsoDate } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateDirections } from '#features/findings/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { directionDone } from '../about.ts'
import type { Direction } from '../direction.query.ts'
import { isPurpose } from '../direction.ts'
import { draftDirection } from '../notice/write-direction.ts'
import { moveDirection } from './change-direction.ts'

/** It is over: it has run its course (ended), or should not have been made (revoked). */
export async function endDirection(
  doer: Doer,
  direction: Direction,
  { how, endedOn, reason }: { how: 'end' | 'revoke'; endedOn: IsoDate; reason: string },
) {
  const { tx, today, audit } = doer
  if (endedOn > today) throw new Refusal('Record the end on the last day, or after it.')
  await moveDirection(tx, direction, how, { ended_on: endedOn, ended_because: reason })
  audit(
    directionDone(how === 'end' ? 'direction.ended' : 'direction.revoked', direction, {
      on: endedOn,
    }),
  )
  await reevaluateDirections(doer, direction.child_id)
}

export async function discardDirection(doer: Doer, direction: Direction, reason: string) {
  await moveDirection(doer.tx, direction, 'discard', { ended_because: reason })
  doer.audit(directionDone('direction.discarded', direction))
  await reevaluateDirections(doer, direction.child_id)
}

/** What was issued is never changed: it ends, and its answers open a new draft that needs a notice of its own. */
export async function replaceDirection(
  doer: Doer,
  direction: Direction,
  { lastDay, reason }: { lastDay: IsoDate; reason: string },
): Promise<string> {
  await endDirection(doer, direction, { how: 'end', endedOn: lastDay, reason })
  const { purpose } = direction
  if (!isPurpose(purpose)) throw new Error(`No purpose is called ${purpose}`)
  const startOn = addDays(doer.today, 1)
  return draftDirection(doer, direction.child_id, {
    purpose,
    placementId: direction.placement_id,
    startOn,
    endOn: direction.end_on && direction.end_on >= startOn ? direction.end_on : null,
    address: direction.address,
    reportTo: direction.report_to,
    numberOfDays: direction.number_of_days,
    reasons: direction.reasons,
    objectives: direction.objectives,
    sessions:
      direction.sessions_a_day === 1 || direction.sessions_a_day === 2
        ? direction.sessions_a_day
        : null,
    starts: direction.session_start,
    finishes: direction.session_finish,
    breakFrom: direction.break_start,
    breakUntil: direction.break_finish,
    firstReviewOn: null,
    consentOn: null,
  })
}

/** The placement that goes with a direction, while it runs and one's own organisation can end it. */
export async function placementToEnd(
  { tx, me }: Pick<Doer, 'tx' | 'me'>,
  { placement_id }: Pick<Direction, 'placement_id'>,
): Promise<string | undefined> {
  if (!placement_id) return undefined
  const placement = await linkedPlacement(tx, placement_id)
  return placement?.status === 'live' && placement.run_by_id === me.organisationId
    ? placement_id
    : undefined
}

export const linkedPlacement = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('placement')
    .leftJoin('organisation as provider', 'provider.id', 'placement.provider_id')
    .select([
      'placement.id',
      'placement.reference',
      'placement.status',
      'placement.run_by_id',
      'provider.name as provider_name',
    ])
    .where('placement.id', '=', placementId)
    .executeTakeFirst()
