import { newId } from '#domain/ids.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Doer } from '#platform/http/visit.ts'
import { recordPlacementEvent } from '../move-placement.ts'
import type { Placement } from '../placement.query.ts'
import { tellCommissioner } from '../tell.ts'
import type { Wanted } from './wanted.ts'

/** Asks for a change: nothing changes until the commissioner decides. */
export async function askChange(
  doer: Doer,
  placement: Placement,
  wanted: Wanted,
  reason: string,
): Promise<string> {
  const { tx, me, now, audit } = doer
  if (placement.status !== 'accepted' && placement.status !== 'live')
    throw new Refusal(
      'A change can be asked for once the provider has accepted, and until the end.',
    )
  const { kind, ...details } = wanted
  const id = newId()
  await tx
    .insertInto('placement_change')
    .values({
      id,
      placement_id: placement.id,
      kind,
      wanted: JSON.stringify(details),
      reason,
      asked_by: me.userId,
      asked_by_organisation_id: me.organisationId,
      asked_at: now,
    })
    .execute()
  await recordPlacementEvent(doer, placement.id, 'change asked', reason, { kind })
  audit({
    event: 'placement.change-asked',
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
    detail: { kind, change: id },
  })
  if (placement.run_by_id !== me.organisationId)
    await tellCommissioner(doer, placement, 'change asked')
  return id
}
