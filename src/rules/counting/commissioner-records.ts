import type { Agreement, Assessment, CommissionerCheck, Id, Visit } from '../facts.ts'
import { oncePerWorld } from '../once-per-world.ts'
import type { World } from '../world.ts'

/** What one commissioner has recorded of a provider: found by name, however many others use it too. */
export type CommissionerRecords = {
  readonly agreements: readonly Agreement[]
  readonly checks: readonly CommissionerCheck[]
  readonly assessments: readonly Assessment[]
  readonly visits: readonly Visit[]
}

export function recordsOf(provider: Id, commissioner: Id, world: World): CommissionerRecords {
  const { agreements, checks, assessments, visits } = recordsAt(provider, world)
  return {
    agreements: agreements.get(commissioner) ?? [],
    checks: checks.get(commissioner) ?? [],
    assessments: assessments.get(commissioner) ?? [],
    visits: visits.get(commissioner) ?? [],
  }
}

const recordsAt = oncePerWorld((id: Id, world: World) => {
  const provider = world.provider(id)
  return {
    agreements: byCommissioner(provider?.agreements),
    checks: byCommissioner(provider?.commissionerChecks),
    assessments: byCommissioner(provider?.assessments),
    visits: byCommissioner(provider?.visits),
  }
})

const byCommissioner = <T extends { readonly commissioner: Id }>(records: readonly T[] = []) =>
  Map.groupBy(records, ({ commissioner }) => commissioner)
