import { oneLine } from '#domain/plain-text.ts'

// Words that headings have or leave out without saying anything else by it.
const empty = new Set([
  'the',
  'of',
  'a',
  'an',
  's',
  'pupil',
  'pupils',
  'child',
  'childs',
  'student',
  'students',
  'learner',
])

/** `PupilDateOfBirth`, `date_of_birth` and `Date of birth (dd/mm/yyyy)` are all `date`, `birth`. */
export function columnWords(heading: string): string[] {
  const words = oneLine(heading)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const telling = words.filter(word => !empty.has(word))
  return telling.length > 0 ? telling : words
}

/** How many letters must be changed, added, left out or swapped with their neighbour; undefined when more than `most`. */
export function spellingDistance(one: string, other: string, most: number): number | undefined {
  if (Math.abs(one.length - other.length) > most || one.length > 60) return undefined
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const swapped =
        one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : most + 1
      next[j] = Math.min(changed, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    before = row
    row = next
  }
  const distance = row[other.length] ?? 0
  return distance <= most ? distance : undefined
}
