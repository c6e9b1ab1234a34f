import { sql } from 'kysely'
import { foldedName } from '#domain/name-search.ts'
import { asPostcode } from '#domain/postcode.ts'
import { isUpn } from '#domain/upn.ts'
import type { Tx } from '#platform/database/database.ts'

/**
 * What in a text may be about a real person: a UPN, a postcode, a whole date, or the name of a child whom this person may
 * see. Each as a sentence. It finds what has a shape; only a person can say that there is nothing else.
 */
export async function personalDataIn(tx: Tx, text: string): Promise<string[]> {
  return [
    ...(upns(text) ? ['It seems to hold a UPN.'] : []),
    ...(postcodes(text) ? ['It seems to hold a postcode.'] : []),
    ...(wholeDates(text) ? ['It holds a whole date, which could be a date of birth.'] : []),
    ...(await childrenNamed(tx, text)),
  ]
}

const upns = (text: string) =>
  [...text.toUpperCase().matchAll(/(?<![A-Z\d])[A-Z]\d{11}[\dA-Z](?![A-Z\d])/g)].some(([typed]) =>
    isUpn(typed),
  )

const postcodes = (text: string) =>
  [...text.matchAll(/(?<![A-Z\d])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![A-Z\d])/gi)].some(
    ([typed]) => asPostcode(typed) !== undefined,
  )

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const dates = [
  /(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)/,
  /(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d\d(?!\d)/,
  new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)? (?:${months})[a-z]* (?:19|20)\\d\\d`, 'i'),
]
/** The days on which law came into force are dates too: what is in force is written “from July 2026”. */
const wholeDates = (text: string) => dates.some(shape => shape.test(text))

/** The words of a text as names are compared: “Ada’s” says Ada too. */
export const namesWords = (text: string): string[] => [
  ...new Set(spokenForms(text).flatMap(each => each.split(' '))),
]

const spokenForms = (text: string) => [
  foldedName(text),
  foldedName(text.replaceAll(/['’]s(?!\p{L})/giu, ' ')),
]

/** Row-level security decides which children this person could be naming. */
async function childrenNamed(tx: Tx, text: string): Promise<string[]> {
  const words = namesWords(text).filter(word => word.length > 1)
  if (words.length < 2) return []
  const found = await tx
    .selectFrom('child')
    .select(['forename', 'surname', 'preferred_forename', 'preferred_surname'])
    .where(sql<boolean>`string_to_array(search_name, ' ') && ${words}::text[]`)
    .execute()
  const folded = spokenForms(text).map(each => ` ${each} `)
  const says = (name: string | null) =>
    name !== null && folded.some(each => each.includes(` ${foldedName(name)} `))
  const named = found.some(
    child =>
      (says(child.forename) || says(child.preferred_forename)) &&
      (says(child.surname) || says(child.preferred_surname)),
  )
  return named ? ['It seems to name a child.'] : []
}
