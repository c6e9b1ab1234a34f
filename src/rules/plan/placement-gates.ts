import { canBeStopped, isLive, isOver } from '../counting/placement-days.ts'
import type { Placement } from '../facts.ts'
import type { Draft, Level } from '../finding.ts'
import type { World } from '../world.ts'

/** Text that says something: spaces alone are nothing. */
export const isWritten = (text: string | undefined): boolean =>
  text !== undefined && text.trim() !== ''

/** Stops the start up to and on the first day; a breach once the placement runs. */
export function gate(
  placement: Placement,
  world: World,
  values: Draft['values'],
  message: string,
): Draft | undefined {
  if (isOver(placement, world)) return undefined
  const stoppable = canBeStopped(placement, world)
  return {
    level: stoppable ? 'high' : 'breach',
    blocks: stoppable ? ['start-placement'] : [],
    values,
    message,
  }
}

/** One finding for each part that is missing: a breach while the placement is live, a warning before. */
export function partsMissing<Part extends string>(
  placement: Placement,
  world: World,
  parts: readonly (readonly [Part, boolean, string])[],
  level: Level = isLive(placement, world) ? 'breach' : 'warning',
): Draft[] {
  if (isOver(placement, world)) return []
  return parts
    .filter(([, isPresent]) => !isPresent)
    .map(([missing, , message]) => ({ level, values: { missing }, message }))
}
