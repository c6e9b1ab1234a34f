import type { Updateable } from 'kysely'
import { newId } from '#domain/ids.ts'
import { changeOne } from '#platform/database/change-one.ts'
import type { Tx } from '#platform/database/database.ts'
import type { PlacementTable } from '#platform/database/schema.generated.ts'
import type { Doer } from '#platform/http/visit.ts'
import { type PlacementAction, type PlacementStatus, placementLifecycle } from './placement.ts'

export type PlacementChanges = Omit<
  Updateable<PlacementTable>,
  'id' | 'reference' | 'status' | 'version'
>

/** The placement that a command acts on, as it stood when it was read. */
export type Standing = {
  readonly id: string
  readonly status: PlacementStatus
  readonly version: number
}

/** Takes a placement one step along its lifecycle. Somebody who was quicker wins, and the other is told. */
export const movePlacement = (
  tx: Tx,
  placement: Standing,
  action: PlacementAction,
  changes: PlacementChanges = {},
) =>
  change(tx, placement, { ...changes, status: placementLifecycle.next(placement.status, action) })

/** Changes a placement that stays where it is in its lifecycle. */
export const changePlacement = (tx: Tx, placement: Standing, changes: PlacementChanges) =>
  change(tx, placement, changes)

async function change(
  tx: Tx,
  { id, version }: Standing,
  changes: Updateable<PlacementTable>,
): Promise<void> {
  await changeOne(
    tx.updateTable('placement').set(changes).where('id', '=', id).where('version', '=', version),
    'This placement',
  )
}

/** What can happen to a placement, as its history tells it. */
export const placementEvents = {
  proposed: 'Proposed',
  'week changed': 'Week changed',
  'details changed': 'Details changed',
  'proposal corrected': 'Proposal corrected',
  'provider chosen': 'Another provider chosen',
  offered: 'Offered to the provider',
  overridden: 'Offered against a warning, with a reason',
  accepted: 'Accepted by the provider',
  declined: 'Declined by the provider',
  started: 'Started',
  ended: 'Ended',
  'ended early': 'Ended early',
  withdrawn: 'Withdrawn',
  'case ended': 'The case that it rests on has ended',
  'agreement recorded': 'Agreement recorded',
  'change asked': 'Change asked for',
  'change agreed': 'Change agreed',
  'change refused': 'Change refused',
  'change withdrawn': 'Request for a change taken back',
  'tutor named': 'Tutor named',
  'tutor ended': 'Tutor no longer named',
  'information shared': 'Information shared',
  'plan drafted': 'Short-term plan drafted',
  'plan in force': 'Short-term plan put in force',
  'plan acknowledged': 'Copy of the short-term plan acknowledged',
  'plan ended': 'Short-term plan ended',
  'plan lapsed': 'Short-term plan lapsed',
  'plan discarded': 'Short-term plan discarded',
  'finding accepted': 'Finding accepted with a reason',
  'individual plan sent': 'Provider asked to agree to the individual plan',
  'individual plan taken back': 'Individual plan taken back',
  'individual plan not agreed': 'Provider asked for a change of the individual plan',
  'individual plan agreed': 'Individual plan agreed by the provider',
  'review held': 'Review held',
  'review moved': 'Review moved to another day',
  'review called off': 'Review called off',
  'mark asked for': 'Mark asked for',
  'provider reported': 'The provider sent a report',
  'pupil view given': 'The child said what they think',
  closed: 'Record closed',
  'host checked': 'The host and its checks written down',
  'treated as provision': 'Treated as alternative provision',
} as const
export type PlacementEvent = keyof typeof placementEvents

/** One line of a placement's history. `because` is a reason in a person's words; `details` hold codes, days and counts. */
export async function recordPlacementEvent(
  { tx, me, now }: Pick<Doer, 'tx' | 'me' | 'now'>,
  placementId: string,
  what: PlacementEvent,
  because: string | null = null,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await tx
    .insertInto('placement_event')
    .values({
      id: newId(),
      placement_id: placementId,
      what,
      because,
      details: JSON.stringify(details),
      by_user: me.userId,
      by_organisation: me.organisationId,
      at: now,
    })
    .execute()
}
