/** Chance that always falls the same way: the same seed tells the same county. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from least to most, both included. */
  between(least: number, most: number): number
  oneOf<T>(list: readonly T[]): T
  /** True that often: 0.2 is one time in five. */
  happens(share: number): boolean
}

/** mulberry32: small, well spread, and the same on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    oneOf: list => list[between(0, list.length - 1)] as (typeof list)[number],
    happens: share => next() < share,
  }
}
