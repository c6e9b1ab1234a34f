import { weekOf } from '../counting/pupil-week.ts'
import { isMainRoll, registrationsOn } from '../counting/rolls.ts'
import type { Id, Placement } from '../facts.ts'
import { oncePerWorld } from '../once-per-world.ts'
import type { World } from '../world.ts'

/** A pupil of a school with live placements. */
export type PupilElsewhere = {
  readonly pupil: Id
  /** The school holds the single or main registration. */
  readonly isHome: boolean
  readonly placements: readonly Placement[]
}

/** The pupils on the school’s roll today who are also at a provider. */
export const pupilsElsewhere = (school: Id, world: World): readonly PupilElsewhere[] =>
  bySchool('every school', world).get(school) ?? []

const bySchool = oncePerWorld((_every: Id, world: World) => {
  const schools = new Map<Id, PupilElsewhere[]>()
  for (const pupil of world.facts.pupils ?? []) {
    const { live } = weekOf(pupil.id, world)
    if (live.length === 0) continue
    const registrations = registrationsOn(pupil, world.today) ?? []
    const home = registrations.find(isMainRoll)?.school
    for (const school of new Set(registrations.map(roll => roll.school))) {
      const known = schools.get(school) ?? []
      known.push({ pupil: pupil.id, isHome: school === home, placements: live })
      schools.set(school, known)
    }
  }
  return schools
})
