import type { Insurance, Pence, Provider } from '../facts.ts'
import type { World } from '../world.ts'

/**
 * The highest cover of the policies in force; when all have run out, that of the last one, and its
 * expiry is said elsewhere. Undefined when no cover is shown.
 */
export function coverOf(
  provider: Provider,
  kind: Insurance['kind'],
  world: World,
): Pence | undefined {
  const policies = (provider.insurance ?? []).filter(policy => policy.kind === kind)
  const inForce = policies.filter(({ expires }) => expires === undefined || expires >= world.today)
  return highest(inForce.length ? inForce : lastToRunOut(policies))
}

const highest = (policies: readonly Insurance[]): Pence | undefined =>
  policies.reduce<Pence | undefined>(
    (most, { amountPence }) =>
      amountPence !== undefined && (most === undefined || amountPence > most) ? amountPence : most,
    undefined,
  )

function lastToRunOut(policies: readonly Insurance[]): Insurance[] {
  const last = policies.map(({ expires }) => expires ?? '').reduce((a, b) => (a > b ? a : b), '')
  return policies.filter(({ expires }) => expires === last)
}
