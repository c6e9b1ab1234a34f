import { compact } from './plain-text.ts'

declare const uln: unique symbol
/** A Unique Learner Number whose last digit fits. */
export type Uln = string & { readonly [uln]: true }

export const asUln = (typed: string): Uln | undefined =>
  whyNotUln(typed) === undefined ? (compact(typed) as Uln) : undefined

/** What is wrong with the number, in a sentence; undefined when nothing is. */
export function whyNotUln(typed: string): string | undefined {
  const number = compact(typed)
  if (number === '') return 'Enter a ULN'
  if (!/^\d{10}$/.test(number)) return 'A ULN is 10 numbers, like 1000000043'
  // Returns to the department write ten nines where a learner has no number.
  if (number === '9999999999') return 'Ten nines stand for no ULN. Leave it empty'
  const remainder = Array.from(number.slice(0, 9)).reduce(
    (sum, digit, index) => sum + Number(digit) * (10 - index),
    0,
  )
  const check = remainder % 11
  if (check === 0 || 10 - check !== Number(number[9]))
    return 'The last number of this ULN does not fit the others. Check for a mistyped or swapped number'
  return undefined
}
