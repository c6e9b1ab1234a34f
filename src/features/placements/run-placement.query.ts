import { sql } from 'kysely'
import { NotFound, Refusal } from '#domain/refusal.ts'
import type { Tx } from '#platform/database/database.ts'
import { type Placement, placementById } from './placement.query.ts'
import type { PlacementStatus } from './placement.ts'
import { statusWords } from './words.ts'

/** A placement that one's own organisation commissions, at a provider, in one of these statuses. */
export type RunPlacement = Placement & { readonly provider_id: string }

/**
 * The placement as who commissions it needs it for a change. Somebody who only reads it is told that there is no such
 * page; who comes too late is told where it stands.
 */
export async function runPlacement(
  tx: Tx,
  id: string,
  statuses: readonly PlacementStatus[],
): Promise<RunPlacement> {
  const placement = await runAnyPlacement(tx, id, statuses)
  const { provider_id } = placement
  if (!provider_id) throw new NotFound()
  return { ...placement, provider_id }
}

/** The same where the child may be with a host, which is no provider. */
export async function runAnyPlacement(
  tx: Tx,
  id: string,
  statuses: readonly PlacementStatus[],
): Promise<Placement> {
  const placement = await placementById(tx, id)
  if (!(await doIRun(tx, id))) throw new NotFound()
  if (!statuses.includes(placement.status))
    throw new Refusal(
      `This placement is ${statusWords[placement.status].word.toLowerCase()}, so this cannot be done with it.`,
    )
  return placement
}

export async function doIRun(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{
    mine: boolean
  }>`select ${id}::uuid in (select onroll.placements_i_run()) as mine`.execute(tx)
  return rows[0]?.mine ?? false
}
