import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import { reevaluateProvision } from '#features/findings/index.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordPlacementEvent } from '../move-placement.ts'
import { oneAtATime } from '../offer/offer-placement.ts'
import type { RunPlacement } from '../run-placement.query.ts'
import { tellProvider } from '../tell.ts'
import { type Stop, tripwireFor } from '../tripwire/tripwire.ts'
import { applyChange, tryOut } from './apply-change.ts'
import type { Change } from './changes.query.ts'

export type ChangeDecision =
  | {
      readonly answer: 'agree'
      readonly override: { readonly reason: string; readonly headName: string } | undefined
    }
  | { readonly answer: 'refuse'; readonly because: string }

/** The commissioner decides once. Agreed, the change is carried out from its day, past the same tripwire as an offer. */
export async function decideChange(
  doer: Doer,
  placement: RunPlacement,
  change: Change,
  decision: ChangeDecision,
): Promise<void> {
  const { tx, me, now, audit } = doer
  const agreed = decision.answer === 'agree'
  const { numUpdatedRows } = await tx
    .updateTable('placement_change')
    .set({
      status: agreed ? 'agreed' : 'refused',
      decided_by: me.userId,
      decided_at: now,
      decided_because: agreed ? null : decision.because,
    })
    .where('id', '=', change.id)
    .where('status', '=', 'asked')
    .where('version', '=', change.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refusal('Somebody else has just decided this. Reload the page to see how.')
  if (agreed) {
    await oneAtATime(doer, placement.provider_id)
    await passTheTripwire(doer, placement, change, decision.override)
    await applyChange(doer, placement, change.wanted)
  }
  await recordPlacementEvent(
    doer,
    placement.id,
    agreed ? 'change agreed' : 'change refused',
    agreed ? null : decision.because,
    { kind: change.kind },
  )
  audit({
    event: 'placement.change-decided',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { change: change.id, kind: change.kind, agreed },
  })
  await tellProvider(doer, placement, 'changed')
  await reevaluateProvision(doer, placement.child_id)
}

async function passTheTripwire(
  doer: Doer,
  placement: RunPlacement,
  change: Change,
  override: Extract<ChangeDecision, { answer: 'agree' }>['override'],
) {
  const stops = await stopsOfChange(doer, placement, change)
  if (stops.length === 0) return
  if (!override)
    throw new Refusal(
      `Something stands in the way of this change: ${stops.map(({ message }) => message).join(' ')} To go on you need a reason and the head’s name.`,
    )
  await doer.tx
    .insertInto('tripwire_override')
    .values({
      id: newId(),
      placement_id: placement.id,
      head_name: override.headName,
      reason: override.reason,
      findings: JSON.stringify(stops),
      made_by: doer.me.userId,
      made_at: doer.now,
    })
    .execute()
  await recordPlacementEvent(doer, placement.id, 'overridden', override.reason, {
    rules: stops.map(({ rule }) => rule),
  })
}

/** What the change would set off that does not stand already: tried out, and undone. */
export async function stopsOfChange(
  doer: Doer,
  placement: RunPlacement,
  change: Pick<Change, 'wanted'>,
): Promise<readonly Stop[]> {
  const { wanted } = change
  if (wanted.kind !== 'change days' && wanted.kind !== 'extend') return []
  const from = wanted.kind === 'change days' ? wanted.fromOn : doer.today
  const look = async () =>
    (
      await tripwireFor(
        doer.tx,
        { ...placement, planned_start_on: from, planned_end_on: null },
        doer.today,
      )
    ).stops
  const before = await look()
  const after = await tryOut(doer, async () => {
    await applyChange(doer, placement, wanted)
    return look()
  })
  const known = new Set(before.map(keyOf))
  return after.filter(stop => !known.has(keyOf(stop)))
}

const keyOf = ({ rule, level, message }: Stop) => `${rule} ${level} ${message}`

/** Who asked takes the request back before it is decided. */
export async function withdrawChange(doer: Doer, placementId: string, change: Change) {
  const { numUpdatedRows } = await doer.tx
    .updateTable('placement_change')
    .set({ status: 'withdrawn' })
    .where('id', '=', change.id)
    .where('status', '=', 'asked')
    .where('version', '=', change.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new Refusal('This was decided already. Reload the page to see how.')
  await recordPlacementEvent(doer, placementId, 'change withdrawn', null, { kind: change.kind })
}
