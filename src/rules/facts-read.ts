import { evaluate } from './engine.ts'
import type { Facts } from './facts.ts'
import type { Rule } from './rule.ts'

/**
 * The facts that these rules look at in a world, by path without the places in lists: `placements.timetable`.
 * A change of any other fact changes none of their findings.
 */
export function factsRead(facts: Facts, rules: readonly Rule[]): ReadonlySet<string> {
  const read = new Set<string>()
  evaluate(watched(facts, '', read, new WeakMap()), { rules })
  return read
}

type Watchers = WeakMap<object, object>

/** The same thing, noting the path of every field that is asked for. */
function watched<T extends object>(target: T, path: string, read: Set<string>, known: Watchers): T {
  const before = known.get(target)
  // A watcher was made for this very object, so it has its type.
  if (before) return before as T
  const watcher = new Proxy(target, {
    get(object, key, receiver) {
      const value: unknown = Reflect.get(object, key, receiver)
      if (typeof key === 'symbol' || typeof value === 'function') return value
      const inList = Array.isArray(object)
      const at = inList ? path : path ? `${path}.${key}` : key
      if (!inList) read.add(at)
      return typeof value === 'object' && value !== null ? watched(value, at, read, known) : value
    },
    has(object, key) {
      if (typeof key === 'string' && !Array.isArray(object)) read.add(path ? `${path}.${key}` : key)
      return Reflect.has(object, key)
    },
    ownKeys(object) {
      if (!Array.isArray(object))
        for (const key of Object.keys(object)) read.add(path ? `${path}.${key}` : key)
      return Reflect.ownKeys(object)
    },
  })
  known.set(target, watcher)
  return watcher
}
