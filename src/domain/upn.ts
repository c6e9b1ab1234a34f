import { compact } from './plain-text.ts'

declare const upn: unique symbol
/** A Unique Pupil Number with a check letter that fits, in upper case without spaces. */
export type Upn = string & { readonly [upn]: true }

// Every letter but I, O and S, which are too like 1, 0 and 5. Its place in the alphabet is the letter's value.
const letters = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const shape = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/

export const asUpn = (typed: string): Upn | undefined =>
  whyNotUpn(typed) === undefined ? (compact(typed) as Upn) : undefined

export const isUpn = (typed: string): boolean => asUpn(typed) !== undefined

/** A temporary UPN ends in a letter. It is given until the child's own number is known, and must be replaced. */
export const isTemporaryUpn = (number: Upn): boolean => /[A-Z]$/.test(number)

/** The first letter that belongs before those twelve characters; undefined when they are not of the right shape. */
export function upnCheckLetter(twelve: string): string | undefined {
  if (!shape.test(`A${twelve}`)) return undefined
  const sum = [...twelve].reduce((total, char, index) => total + worth(char) * (index + 2), 0)
  return letters[sum % letters.length]
}

const worth = (char: string) => (/\d/.test(char) ? Number(char) : letters.indexOf(char))

/**
 * What is wrong with the number, in a sentence; undefined when nothing is. Never names the letter that would fit:
 * the mistake is more often in the digits, and a mended letter would hide it. Says nothing about which authority
 * issued it, because lists of authorities grow old.
 */
export function whyNotUpn(typed: string): string | undefined {
  const number = compact(typed)
  if (number === '') return 'Enter a UPN'
  if (/[^A-Z0-9]/.test(number)) return 'A UPN has only letters and numbers'
  if (number.length !== 13)
    return `A UPN has 13 characters, like K855400126001. This one has ${number.length}`
  if (!/^[A-Z]/.test(number)) return 'A UPN starts with a letter'
  if (/[IOS]/.test(number))
    return 'A UPN never has the letters I, O or S. Check for the numbers 1, 0 or 5'
  if (!shape.test(number))
    return 'A UPN is a letter and then 12 numbers. Only the last may be a letter, in a temporary UPN'
  if (upnCheckLetter(number.slice(1)) !== number[0])
    return 'The first letter of this UPN does not fit its numbers. Check for a mistyped or swapped character'
  return undefined
}
