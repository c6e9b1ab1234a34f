import { Refusal } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import { type Placement, recordPlacementEvent } from '#features/placements/index.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import type { Progress } from '../plan/fields.ts'
import { noteProgress } from '../plan/objectives.ts'
import {
  inVersion,
  type Objective,
  objectivesOf,
  plansOf,
  standingPlans,
} from '../plan/plan.query.ts'
import { about } from '../plan/write-plan.ts'

export const closingOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('placement_closing')
    .leftJoin('user_account as person', 'person.id', 'placement_closing.closed_by')
    .selectAll('placement_closing')
    .select('person.name as person')
    .where('placement_id', '=', placementId)
    .executeTakeFirst()

export type Missing =
  | 'the last day'
  | 'progress'
  | 'achievements'
  | 'where the child goes next'
  | 'the child’s own assessment'
  | 'an outcome for each objective'

/**
 * What the record of a placement lacks before it is closed (PLN-06): progress, achievements, destination, the child’s own
 * assessment; and, of our own, that each objective of the plan has an outcome.
 */
export async function whatIsMissingToClose(
  tx: Tx,
  placement: Pick<Placement, 'id' | 'status' | 'ended_on'>,
): Promise<Missing[]> {
  const closing = await closingOf(tx, placement.id)
  const view = await tx
    .selectFrom('pupil_view')
    .select('id')
    .where('placement_id', '=', placement.id)
    .limit(1)
    .executeTakeFirst()
  const open = (await objectivesToAnswer(tx, placement.id)).filter(
    ({ progress: [last] }) =>
      !last ||
      !(
        last.standing === 'met' ||
        last.standing === 'not met' ||
        last.standing === 'some progress'
      ),
  )
  const parts: [boolean, Missing][] = [
    [!placement.ended_on, 'the last day'],
    [!closing?.progress?.trim(), 'progress'],
    [!closing?.achievements?.trim(), 'achievements'],
    [!closing?.destination?.trim(), 'where the child goes next'],
    [open.length > 0, 'an outcome for each objective'],
    [!view, 'the child’s own assessment'],
  ]
  return parts.flatMap(([isMissing, what]) => (isMissing ? [what] : []))
}

/** The objectives of the version that held last. */
export async function objectivesToAnswer(tx: Tx, placementId: string): Promise<Objective[]> {
  const { agreed, making } = standingPlans(await plansOf(tx, placementId))
  const plan = agreed ?? making
  return plan ? inVersion(await objectivesOf(tx, placementId), plan.number) : []
}

/** Saves the end report as far as it is written. */
export async function saveClosing(
  doer: Doer,
  placement: Placement,
  words: {
    readonly progress: string | null
    readonly achievements: string | null
    readonly destination: string | null
  },
  outcomes: readonly { objective: string; standing: Progress; note: string | null }[],
  /** The version that its writer saw. */
  seen?: number,
) {
  const { tx, me, today, audit } = doer
  if (!['live', 'ended', 'ended early'].includes(placement.status))
    throw new Refusal('The end report is written once the placement has run.')
  const known = await closingOf(tx, placement.id)
  if (known?.closed_at) throw new Refusal('This placement is closed. Its record stays as it is.')
  if (known)
    await changeOne(
      tx
        .updateTable('placement_closing')
        .set({ ...words, last_day: placement.ended_on })
        .where('placement_id', '=', placement.id)
        .where('version', '=', seen ?? known.version),
      'This end report',
    )
  else {
    const begun = await tx
      .insertInto('placement_closing')
      .values({
        ...words,
        placement_id: placement.id,
        begun_on: today,
        last_day: placement.ended_on,
        made_by: me.userId,
      })
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirst()
    if (begun.numInsertedOrUpdatedRows !== 1n)
      throw new Refusal(
        'Somebody has begun the end report a moment ago. Go back, reload the page and look.',
      )
  }
  for (const { objective, ...outcome } of outcomes)
    await noteProgress(doer, placement, objective, outcome)
  audit({ ...about(placement), event: 'placement.closing-changed' })
  await reevaluateProvision(doer, placement.child_id)
}

/** Closes the record for good. Without the child’s own assessment nobody can, whatever page they come from. */
export async function closePlacement(doer: Doer, placement: Placement) {
  const { tx, me, now, audit } = doer
  const missing = await whatIsMissingToClose(tx, placement)
  if (missing.length > 0)
    throw new Refusal(
      `The placement cannot be closed yet. Its record lacks: ${missing.join('; ')}.`,
    )
  const closed = await tx
    .updateTable('placement_closing')
    .set({ closed_at: now, closed_by: me.userId })
    .where('placement_id', '=', placement.id)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows !== 1n)
    throw new Refusal('Somebody has closed this placement already. Reload the page.')
  await recordPlacementEvent(doer, placement.id, 'closed')
  audit({ ...about(placement), event: 'placement.closed' })
  await reevaluateProvision(doer, placement.child_id)
}
