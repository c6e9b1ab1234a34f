import type { Pupil } from '../facts.ts'
import type { Law } from '../parameter.ts'
import { fullTimeHours } from '../parameters/plan.ts'
import type { World } from '../world.ts'
import { homeSchoolOf } from './home-school.ts'
import { weekOf } from './pupil-week.ts'
import { toMinutes } from './timetable.ts'

/** A pupil’s whole week beside a full-time one, in minutes. */
export type FullTime = {
  /** The whole week; absent while an hour of it is not known. */
  readonly total?: number
  /** What full time is for this pupil; absent when nothing says it. */
  readonly needed?: number
  /** Absent when it cannot be told. */
  readonly isReached?: boolean
}

/** Equal is enough, and so are the hours we know of when they reach it alone. */
export function fullTimeOf(pupil: Pupil, world: World, law: Law): FullTime {
  const { minutes, complete } = weekOf(pupil.id, world)
  const needed = comparator(pupil, world, law)
  const isReached =
    needed === undefined || (minutes < needed && !complete) ? undefined : minutes >= needed
  return {
    ...(complete ? { total: minutes } : {}),
    ...(needed === undefined ? {} : { needed }),
    ...(isReached === undefined ? {} : { isReached }),
  }
}

/** A medical condition makes full-time education inappropriate, as recorded up to today. */
export const hasMedicalException = ({ medicalException }: Pupil, world: World): boolean =>
  world.happened(medicalException?.recordedDate) !== undefined

/** The home school’s own week, else the authority’s fallback. */
function comparator(pupil: Pupil, world: World, law: Law): number | undefined {
  const hours =
    homeSchoolOf(pupil, world)?.hoursPerWeek ??
    world.policy.fullTimeHoursPerWeek ??
    law.value(fullTimeHours, world.today)
  return hours === null ? undefined : toMinutes(hours)
}
