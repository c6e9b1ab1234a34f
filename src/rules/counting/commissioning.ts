import type { IsoDate } from '#domain/dates.ts'
import type { Id } from '../facts.ts'
import { oncePerWorld } from '../once-per-world.ts'
import type { World } from '../world.ts'
import { commissionerKind, isLive, isOver } from './placement-days.ts'

/** A commissioner with a current or coming placement at a provider. */
export type Use = {
  readonly commissioner: Id
  /** First day of the earliest placement that is live today; absent while all are still to come. */
  readonly liveSince?: IsoDate
}

/** Every commissioner of record of a placement counts, also where a placement wrongly names two. */
export const usesOf = (provider: Id, world: World): readonly Use[] => usesAt(provider, world).list

export const isUser = (commissioner: Id, provider: Id, world: World): boolean =>
  usesAt(provider, world).byCommissioner.has(commissioner)

/** A provider is in use while a placement there, whoever commissions it, runs or is still to come. */
export const isInUse = (provider: Id, world: World): boolean =>
  world.by('placements', 'provider', provider).some(placement => !isOver(placement, world))

export const isUsedByPartnership = (provider: Id, world: World): boolean =>
  usesOf(provider, world).some(
    ({ commissioner }) => commissionerKind(commissioner, world) === 'partnership',
  )

const usesAt = oncePerWorld((provider: Id, world: World) => {
  const byCommissioner = new Map<Id, Use>()
  for (const placement of world.by('placements', 'provider', provider)) {
    if (isOver(placement, world)) continue
    const isLiveToday = isLive(placement, world)
    for (const commissioner of placement.commissioners ?? []) {
      const known = byCommissioner.get(commissioner) ?? { commissioner }
      const isEarlier =
        isLiveToday && (known.liveSince === undefined || placement.start < known.liveSince)
      byCommissioner.set(
        commissioner,
        isEarlier ? { commissioner, liveSince: placement.start } : known,
      )
    }
  }
  const list = [...byCommissioner.values()]
  list.sort((a, b) => (a.commissioner < b.commissioner ? -1 : 1))
  return { byCommissioner, list }
})
