import { isRegistered } from '../counting/provider.ts'
import { type ProviderShare, weekOf } from '../counting/pupil-week.ts'
import type { Id } from '../facts.ts'
import type { Level } from '../finding.ts'
import type { Law } from '../parameter.ts'
import type { World } from '../world.ts'
import { isExcepted } from './short-term-plan.ts'

/** What each unregistered provider gives the pupil in a week. */
export const unregisteredShares = (pupil: Id, world: World): readonly ProviderShare[] =>
  weekOf(pupil, world).shares.filter(({ provider }) => !isRegistered(world.provider(provider)))

/** A granted exception makes it information; a broad curriculum raises the warning one step. */
export function levelFor(pupil: Id, provider: Id, world: World, law: Law): Level {
  if (isExcepted(pupil, provider, world, law)) return 'info'
  return world.provider(provider)?.curriculumBreadth === 'broad' ? 'high' : 'warning'
}

/** What to do about it, by how grave it is. */
export const remedyFor = (level: Level): string =>
  level === 'info'
    ? 'A short-term plan allows it until its end date.'
    : 'Change the week, or agree a short-term plan with an end date.'
