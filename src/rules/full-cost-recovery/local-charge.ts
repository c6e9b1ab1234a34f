import type { IsoDate } from '#domain/dates.ts'
import type { Standing } from '../counting/membership.ts'
import type { ChargePolicy, Pence } from '../facts.ts'
import type { World } from '../world.ts'

export type ChargedCase = NonNullable<ChargePolicy['case']>

/** The flat charge of the member’s partnership on the day of the case; a charge for that kind of case goes first. */
export function localChargeOf(
  standing: Standing,
  day: IsoDate,
  kind: ChargedCase,
  world: World,
): Pence | undefined {
  if (standing.kind !== 'member') return undefined
  const policies = world.partnership(standing.membership.partnership)?.chargePolicies ?? []
  const inForce = policies.filter(
    ({ from, to, case: only }) =>
      from <= day && (to === undefined || day <= to) && (only === undefined || only === kind),
  )
  const key = (p: ChargePolicy) =>
    `${p.case === undefined ? 0 : 1} ${p.from} ${String(p.flatPence).padStart(16, '0')}`
  return inForce.reduce<ChargePolicy | undefined>(
    (best, policy) => (best === undefined || key(policy) > key(best) ? policy : best),
    undefined,
  )?.flatPence
}
