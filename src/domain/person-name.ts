import { oneLine } from './plain-text.ts'

declare const name: unique symbol
/** A name as its owner writes it. Apostrophes, hyphens, accents and capitals are kept exactly. */
export type PersonName = string & { readonly [name]: true }

const longest = 200

export const asPersonName = (typed: string): PersonName | undefined =>
  whyNotPersonName(typed) === undefined ? (oneLine(typed) as PersonName) : undefined

/** What is wrong with the name, in a sentence. Almost nothing is: one letter is a name, and so are two hundred. */
export function whyNotPersonName(typed: string): string | undefined {
  const text = oneLine(typed)
  if (text === '') return 'Enter a name'
  if (!/\p{L}/u.test(text)) return 'A name must have at least one letter'
  if (text.length > longest) return `A name must be ${longest} characters or fewer`
  return undefined
}

/** `SURNAME, Forename`, or `Forename Surname` when the last word is the family name, as spreadsheets have them. */
export function asNameInParts(
  typed: string,
): { forename: PersonName; surname: PersonName } | undefined {
  const text = oneLine(typed)
  const [before = '', after, ...more] = text.split(',')
  if (more.length > 0) return undefined
  const words = text.split(' ')
  // Without a comma only two words can be told apart: `Ana Maria Silva Costa` could be parted in three places.
  if (after === undefined && words.length !== 2) return undefined
  const [forename, surname] = after === undefined ? words : [after, before]
  const [first, last] = [asPersonName(forename ?? ''), asPersonName(surname ?? '')]
  return first && last ? { forename: first, surname: withoutShouting(last) } : undefined
}

// A comma list writes surnames in capitals as a matter of form. `McNeil` and `d’Arcy` have lower case and stay.
function withoutShouting(surname: PersonName): PersonName {
  if (surname.length < 3 || /\p{Ll}/u.test(surname)) return surname
  const calm = surname.toLowerCase().replace(/(^|[\s\-'’])(\p{L})/gu, match => match.toUpperCase())
  return calm as PersonName
}
