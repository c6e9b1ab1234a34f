import type { OffSiteDirection, School } from '../facts.ts'
import type { Law } from '../parameter.ts'
import { academiesBoundFrom } from '../parameters/off-site-direction.ts'
import type { World } from '../world.ts'

/** A direction that is over bears no findings. */
export const isOverDirection = ({ end }: OffSiteDirection, world: World): boolean =>
  end !== undefined && end < world.today

/** Academies and pupil referral units were not bound by the regulations before they were extended. */
export const isAcademyOrUnit = (school: School | undefined): boolean =>
  school?.type === 'pru' || (school?.type?.split('-').includes('academy') ?? false)

export const beganBeforeExtension = (
  { start }: OffSiteDirection,
  world: World,
  law: Law,
): boolean => start < law.value(academiesBoundFrom, world.today)

/** Whether the duties of notice, contents and review apply to this direction. */
export const isBound = (direction: OffSiteDirection, world: World, law: Law): boolean =>
  direction.purpose === 'improve-behaviour' &&
  !isOverDirection(direction, world) &&
  !(isAcademyOrUnit(world.school(direction.school)) && beganBeforeExtension(direction, world, law))
