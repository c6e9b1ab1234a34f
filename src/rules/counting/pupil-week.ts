import type { Id, Placement } from '../facts.ts'
import { oncePerWorld } from '../once-per-world.ts'
import type { World } from '../world.ts'
import { isLive } from './placement-days.ts'
import { halfDays, toMinutes, type WeekLength, weekLength } from './timetable.ts'

/** What one provider gives a pupil in an ordinary week, over the live placements of all commissioners. */
export type ProviderShare = WeekLength & {
  readonly provider: Id
  readonly placements: readonly Placement[]
  readonly halfDays: number
}

/** A pupil’s ordinary week at school and at every provider. */
export type PupilWeek = WeekLength & {
  readonly live: readonly Placement[]
  readonly shares: readonly ProviderShare[]
}

/** Half-days that two placements share count once; their hours are added. */
export const weekOf = oncePerWorld((pupil: Id, world: World): PupilWeek => {
  const live = world.by('placements', 'pupil', pupil).filter(p => isLive(p, world))
  const shares = [...Map.groupBy(live, ({ provider }) => provider)]
    .map(([provider, placements]) => shareOf(provider, placements, world))
    .sort((a, b) => (a.provider < b.provider ? -1 : 1))
  const atSchool = world.pupil(pupil)?.schoolHoursPerWeek
  return {
    live,
    shares,
    minutes: sum(shares) + (atSchool === undefined ? 0 : toMinutes(atSchool)),
    complete: atSchool !== undefined && shares.every(({ complete }) => complete),
  }
})

export const shareAt = (pupil: Id, provider: Id, world: World): ProviderShare | undefined =>
  weekOf(pupil, world).shares.find(share => share.provider === provider)

function shareOf(provider: Id, placements: readonly Placement[], world: World): ProviderShare {
  const lengths = placements.map(p => weekLength(p.timetable, world.policy.countBreaks))
  return {
    provider,
    placements,
    halfDays: halfDays(placements.map(p => p.timetable ?? [])),
    minutes: sum(lengths),
    complete: lengths.every(({ complete }) => complete),
  }
}

const sum = (lengths: readonly WeekLength[]) =>
  lengths.reduce((all, { minutes }) => all + minutes, 0)
