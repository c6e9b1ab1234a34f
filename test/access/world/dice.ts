/** Chance that can be thrown again: the same seed gives the same world, so a counterexample can be kept. */
export interface Dice {
  /** A number from 0 up to, but not including, 1. */
  next(): number
  /** A whole number from `least` to `most`. */
  number(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** Each with this chance, in their order. */
  some<T>(from: readonly T[], share: number): T[]
  id(): string
}

export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('')
  return {
    next,
    number: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: share => next() < share,
    pick: from => {
      if (from.length === 0) throw new Error('There is nothing to pick from')
      return from[Math.floor(next() * from.length)] as (typeof from)[number]
    },
    some: (from, share) => from.filter(() => next() < share),
    id: () => `${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}
