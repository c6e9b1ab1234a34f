import type { Law } from '../parameter.ts'
import { isInForce, section92Definition } from '../parameters/planned-law.ts'
import type { World } from '../world.ts'

/** Whether the new section 92 of the Education and Skills Act 2008 is in force here today. */
export const newDefinitionInForce = (world: World, law: Law): boolean =>
  isInForce(section92Definition, world, law)
