import { NotFound } from '#domain/refusal.ts'
import { type ChildIdentity, identityOf } from '#features/children/index.ts'
import { doIRun, type Placement, placementById } from '#features/placements/index.ts'
import type { AuditEvent } from '#platform/audit.ts'
import type { Visit } from '#platform/http/visit.ts'

export interface OpenPlacement {
  readonly placement: Placement
  readonly child: ChildIdentity
  /** Does the reader's own organisation commission it? */
  readonly run: boolean
}

/** A placement as its commissioner and those around the child read it. */
export async function openPlacement({
  tx,
  params,
  today,
}: Visit<`/placements/:placement/${string}`, unknown>): Promise<OpenPlacement> {
  const placement = await placementById(tx, params.placement)
  return {
    placement,
    child: await identityOf(tx, placement.child_id, today),
    run: await doIRun(tx, placement.id),
  }
}

/** The same for who changes it; whoever only reads is told that there is no such page. */
export async function openOwn(visit: Visit<`/placements/:placement/${string}`, unknown>) {
  const opened = await openPlacement(visit)
  if (!opened.run) throw new NotFound()
  return opened
}

export const viewed =
  (event: AuditEvent) =>
  ({ placement }: { readonly placement: { readonly id: string; readonly child_id: string } }) => ({
    event,
    subjectKind: 'placement',
    subjectId: placement.id,
    childId: placement.child_id,
  })
