import type { Id } from './facts.ts'
import type { World } from './world.ts'

/**
 * Works something out once for each world and id, so that rules which share it cost no more than one.
 * It must rest on facts alone: a parameter read in here would be missing from the findings’ citations.
 */
export function oncePerWorld<T>(work: (id: Id, world: World) => T): (id: Id, world: World) => T {
  const worlds = new WeakMap<World, Map<Id, T>>()
  return (id, world) => {
    let known = worlds.get(world)
    if (!known) {
      known = new Map()
      worlds.set(world, known)
    }
    const cached = known.get(id)
    if (cached !== undefined) return cached
    const made = work(id, world)
    known.set(id, made)
    return made
  }
}
