import { sql } from 'kysely'
import { Refusal } from '#domain/refusal.ts'
import { type Placement, recordPlacementEvent } from '#features/placements/index.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Doer } from '#platform/http/visit.ts'
import { about, makingOf } from '../plan/write-plan.ts'
import { tellCommissionerOfObjection } from '../tell.ts'

/** The provider cannot agree to the version that it was sent, and says what has to change. */
export async function askForAnotherPlan(doer: Doer, placement: Placement, words: string) {
  const plan = await makingOf(doer, placement.id)
  if (plan.status !== 'with provider')
    throw new Refusal('The plan is being changed already. You are asked again when it is ready.')
  await recordPlacementEvent(doer, placement.id, 'individual plan not agreed', words, {
    number: plan.number,
    version: plan.version,
  })
  doer.audit({
    ...about(placement),
    event: 'plan.change-asked',
    detail: { number: plan.number },
  })
  await tellCommissionerOfObjection(doer, placement)
}

export interface Objection {
  readonly placement_id: string
  /** Of the plan as it stood when the provider said so: its own people, who do not read the whole history, compare. */
  readonly version: number
  readonly words: string
  readonly at: Date
  readonly organisation: string | null
}

/** What providers asked to be changed in plans that still wait for them; a plan that is sent again starts afresh. */
export async function objectionsTo(tx: Tx, placementIds: readonly string[]) {
  if (placementIds.length === 0) return new Map<string, Objection>()
  const { rows } = await sql<Objection & { what: string }>`
    select distinct on (e.placement_id) e.placement_id, (e.details ->> 'version')::int as version, e.what, e.because as words, e.at, o.name as organisation
      from placement_event e left join organisation o on o.id = e.by_organisation
     where e.placement_id = any (${[...placementIds]}::uuid[])
       and e.what in ('individual plan sent', 'individual plan not agreed')
     order by e.placement_id, e.at desc, e.id desc`.execute(tx)
  return new Map(
    rows
      .filter(({ what }) => what === 'individual plan not agreed')
      .map(each => [each.placement_id, each] as const),
  )
}
