import type { Law } from '../parameter.ts'
import type { World } from '../world.ts'

/** Whether the new section 92 of the Education and Skills Act 2008 is in force here today. */
export const newDefinitionInForce = (world: World, _law: Law): boolean =>
  world.policy.switchedOn?.includes('section-92-definition') ?? false
