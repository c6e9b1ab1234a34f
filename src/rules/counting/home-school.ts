import type { Pupil, Roll, School } from '../facts.ts'
import type { World } from '../world.ts'

/** The rolls a pupil is on today; undefined when we have not been told. */
export const rollsToday = (pupil: Pupil | undefined, world: World): readonly Roll[] | undefined =>
  pupil?.rolls?.filter(
    ({ from, to }) => from <= world.today && (to === undefined || world.today <= to),
  )

/** The school of the single or main registration today: the latest, should there be two. */
export function homeSchoolOf(pupil: Pupil | undefined, world: World): School | undefined {
  const own = (rollsToday(pupil, world) ?? []).filter(
    ({ registration }) => registration !== 'subsidiary' && registration !== 'guest',
  )
  const key = (roll: Roll) => `${roll.from} ${roll.school}`
  const latest = own.reduce<Roll | undefined>(
    (best, roll) => (best === undefined || key(roll) > key(best) ? roll : best),
    undefined,
  )
  return world.school(latest?.school)
}
