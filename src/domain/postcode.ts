import { compact } from './plain-text.ts'

declare const postcode: unique symbol
/** A postcode of the right shape, in upper case with one space: `ZZ1 1AA`. It need not exist. */
export type Postcode = string & { readonly [postcode]: true }

// The inward part never has the letters C, I, K, M, O or V.
const shape = /^([A-Z]{1,2}\d[A-Z\d]?|GIR)(\d[ABD-HJLNP-UW-Z]{2})$/

export function asPostcode(typed: string): Postcode | undefined {
  const [, outward, inward] = shape.exec(compact(typed)) ?? []
  return outward && inward && !noFixedAddress(outward)
    ? (`${outward} ${inward}` as Postcode)
    : undefined
}

/** What is wrong with the postcode, in a sentence; undefined when nothing is. */
export function whyNotPostcode(typed: string): string | undefined {
  if (asPostcode(typed)) return undefined
  const letters = compact(typed)
  if (letters === '') return 'Enter a postcode'
  if (noFixedAddress(letters))
    return 'Postcodes that start with ZZ99 stand for no fixed address. Leave the postcode empty'
  if (isOutwardCode(letters))
    return `${letters} is only the first half. Enter a full UK postcode, like AB1 2CD`
  return 'Enter a full UK postcode, like AB1 2CD'
}

/** The first half, which names a post town's district: `ZZ1` of `ZZ1 1AA`. */
export const outwardCode = (code: Postcode): string => code.slice(0, code.indexOf(' '))

export const isOutwardCode = (typed: string): boolean =>
  /^[A-Z]{1,2}\d[A-Z\d]?$/.test(compact(typed))

// Health and children's services fill in ZZ99 codes for people without an address. They are no place.
const noFixedAddress = (letters: string) => letters.startsWith('ZZ99')
