import type { IsoDate } from '#domain/dates.ts'
import type { Id, Placement } from '../facts.ts'
import type { World } from '../world.ts'

/** The last day on which the placement runs; undefined while it is open-ended. */
export const lastDayOf = (placement: Placement, world: World): IsoDate | undefined =>
  world.happened(placement.closure?.closedDate) ?? placement.end

export function isOver(placement: Placement, world: World): boolean {
  const last = lastDayOf(placement, world)
  return last !== undefined && last < world.today
}

export const runsOn = (placement: Placement, day: IsoDate, world: World): boolean => {
  const last = lastDayOf(placement, world)
  return placement.start <= day && (last === undefined || day <= last)
}

export const isLive = (placement: Placement, world: World): boolean =>
  runsOn(placement, world.today, world)

/** The start can be stopped up to and on the first day. */
export const canBeStopped = (placement: Placement, world: World): boolean =>
  world.today <= placement.start && !isOver(placement, world)

/** The commissioner of record, when there is exactly one. */
export const commissionerOf = (placement: Placement): Id | undefined =>
  placement.commissioners?.length === 1 ? placement.commissioners[0] : undefined

export type CommissionerKind = 'school' | 'partnership' | 'authority'

export function commissionerKind(id: Id | undefined, world: World): CommissionerKind | undefined {
  if (id === undefined) return undefined
  if (id === world.authority) return 'authority'
  if (world.partnership(id)) return 'partnership'
  return world.school(id) ? 'school' : undefined
}
