import type { Id, Programme } from '../facts.ts'
import type { Law } from '../parameter.ts'
import { programmeManagementTier } from '../parameters/tier-and-send.ts'
import type { World } from '../world.ts'

/** The authority of the home address, when it is known and not the one that runs the service. */
export function otherHomeAuthority(pupil: Id, world: World): Id | undefined {
  const home = world.pupil(pupil)?.homeAuthority
  return home === world.authority ? undefined : home
}

export const isProgrammeManaged = ({ tier, start }: Programme, law: Law): boolean =>
  tier >= law.value(programmeManagementTier, start)
