import type { IsoDate } from '#domain/dates.ts'
import type { Pupil } from '../facts.ts'
import type { World } from '../world.ts'

/** Yes, no, or undefined when we have not been told. */
export type Answer = boolean | undefined

/** Looked after on that day by any authority. */
export function lookedAfterOn(pupil: Pupil | undefined, day: IsoDate): Answer {
  const care = pupil?.care
  if (care?.status === undefined) return undefined
  if (care.status !== 'looked-after') return false
  return (care.from ?? day) <= day && day <= (care.to ?? day)
}

/** Looked after today by the authority that runs the service. */
export function isOwnLookedAfter(pupil: Pupil | undefined, world: World): Answer {
  const now = lookedAfterOn(pupil, world.today)
  if (!now) return now
  return pupil?.care?.authority === undefined ? undefined : pupil.care.authority === world.authority
}

/** Looked after today by another authority. */
export function isOthersLookedAfter(pupil: Pupil | undefined, world: World): Answer {
  const own = isOwnLookedAfter(pupil, world)
  return own === undefined ? undefined : !own && lookedAfterOn(pupil, world.today)
}

export function hasEhcp(pupil: Pupil | undefined): Answer {
  const status = pupil?.send?.status
  return status === undefined ? undefined : status === 'ehcp'
}
