import { compact } from './plain-text.ts'

declare const reference: unique symbol
/** What people say and write for a thing on record: `R-1042`. Never a key. */
export type Reference = string & { readonly [reference]: true }

/** The letter that says what kind of thing it is. */
export const referenceLetters = {
  child: 'C',
  referral: 'R',
  meeting: 'M',
  decision: 'D',
  placement: 'P',
  visit: 'V',
  concern: 'K',
  questionnaire: 'F',
  report: 'N',
  question: 'Q',
  invoice: 'I',
} as const
export type ReferenceKind = keyof typeof referenceLetters

export const writeReference = (kind: ReferenceKind, number: number): Reference =>
  `${referenceLetters[kind]}-${number}` as Reference

/**
 * Reads `R-1042`, `r1042`, `R 1042`, `ref: R–1042` and, where only one kind is looked for, a bare `1042` or `#1042`.
 */
export function asReference(typed: string, bareNumberMeans?: ReferenceKind): Reference | undefined {
  // A dash inside the number makes it two numbers, and nobody can say which is meant.
  if (/\d\s*\p{Pd}\s*\d/u.test(typed)) return undefined
  const text = compact(typed).replace(/^(REFERENCE|REF)(?=[:#A-Z\d])/, '')
  const [, letter, digits] = /^[:#]{0,2}([A-Z])?#?0{0,6}([1-9]\d{0,8})$/.exec(text) ?? []
  const kind = letter ? kindOfLetter(letter) : bareNumberMeans
  return kind && digits ? writeReference(kind, Number(digits)) : undefined
}

/** What kind of thing the reference is of. */
export const kindOf = (written: Reference): ReferenceKind | undefined =>
  kindOfLetter(written.slice(0, 1))

const kindOfLetter = (letter: string) =>
  (Object.keys(referenceLetters) as ReferenceKind[]).find(kind => referenceLetters[kind] === letter)
