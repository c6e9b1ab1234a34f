import { asPostcode } from '#domain/postcode.ts'

// Anything with the letters and figures of a postcode in order, however it is spaced. Most hits are none.
const gap = '[\\s.,_\\u00a0\\u2010-\\u2015-]{0,2}'
const letters = [
  '[A-Z]',
  '[A-Z]?',
  '\\d',
  '[A-Z\\d]?',
  '\\d',
  '[ABD-HJLNP-UW-Z]',
  '[ABD-HJLNP-UW-Z]',
]
const shape = new RegExp(`(?<![A-Z\\d])(?=(${letters.join(gap)})(?![A-Z\\d]))`, 'gi')

export interface PostcodeInText {
  readonly code: string
  readonly at: number
  readonly length: number
}

/** Everything in a text that could be a postcode, and where. */
export function postcodesIn(text: string): PostcodeInText[] {
  return [...text.matchAll(shape)].flatMap(({ index, 1: found = '' }) => {
    const code = compactCode(found.replaceAll(/[^A-Z\d]/gi, ''))
    return code ? [{ code, at: index, length: found.length }] : []
  })
}

/** `ZZ11AA`, when it has the shape of a postcode. */
export const compactCode = (typed: string) => asPostcode(typed)?.replace(' ', '')
