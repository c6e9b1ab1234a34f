import { nameParts, nameSounds } from '#domain/name-search.ts'

export interface Names {
  readonly forename: string
  readonly surname: string
  readonly preferredForename?: string | null | undefined
  readonly preferredSurname?: string | null | undefined
}

/**
 * What a child is found by: every part of every name between spaces, and how each sounds. The sounds of surnames stand
 * twice, once after `=`, so that “same surname, same birthday” can be asked of the database alone.
 */
export function nameKeys(names: Names): { search_name: string; sound_keys: string[] } {
  const surnames = [names.surname, names.preferredSurname ?? '']
  const all = [names.forename, names.preferredForename ?? '', ...surnames]
  const sounds = new Set([
    ...all.flatMap(nameSounds),
    ...surnames.flatMap(nameSounds).map(sound => `=${sound}`),
  ])
  return {
    search_name: ` ${[...new Set(all.flatMap(nameParts))].join(' ')} `,
    sound_keys: [...sounds].filter(sound => sound !== '' && sound !== '='),
  }
}

export const surnameSounds = ({ surname, preferredSurname }: Names): string[] => [
  ...new Set([...nameSounds(surname), ...nameSounds(preferredSurname ?? '')]),
]
