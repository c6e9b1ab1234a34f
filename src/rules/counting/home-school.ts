import type { Pupil, School } from '../facts.ts'
import type { World } from '../world.ts'
import { isMainRoll, registrationsOn } from './rolls.ts'

/** The school of the single or main registration today; undefined when there is none or it is not known. */
export const homeSchoolOf = (pupil: Pupil | undefined, world: World): School | undefined =>
  world.school(registrationsOn(pupil, world.today)?.find(isMainRoll)?.school)
