import { columnWords, spellingDistance } from './column-words.ts'

/** Something that an import can fill, and the headings by which schools' systems call it. */
export interface ImportField<Key extends string = string> {
  readonly key: Key
  readonly name: string
  readonly alsoCalled?: readonly string[]
}

export interface ColumnMatch<Key extends string = string> {
  readonly field: Key
  readonly certainty: 'confident' | 'unsure' | 'none'
  /** The file's heading; absent when none is like it. */
  readonly header?: string
}

/**
 * Proposes a column for each field: confident when the heading says the same in other writing, unsure when it is only
 * like it or when two headings would do. No column is proposed twice. The person who uploads has the last word.
 */
export function matchColumns<Key extends string>(
  headers: readonly string[],
  fields: readonly ImportField<Key>[],
): ColumnMatch<Key>[] {
  const pairs = fields
    .flatMap(field =>
      headers.map(header => ({ field: field.key, header, score: likeness(header, field) })),
    )
    .filter(pair => pair.score > 0)
    .sort((one, other) => other.score - one.score)
  const taken = new Map<Key, (typeof pairs)[number]>()
  const used = new Set<string>()
  for (const pair of pairs) {
    if (taken.has(pair.field) || used.has(pair.header)) continue
    taken.set(pair.field, pair)
    used.add(pair.header)
  }
  return fields.map(({ key }) => {
    const best = taken.get(key)
    if (!best) return { field: key, certainty: 'none' }
    const rivals = pairs.filter(
      pair =>
        pair !== best &&
        pair.score === best.score &&
        (pair.field === key || pair.header === best.header),
    )
    const certain = best.score >= same && rivals.length === 0
    return { field: key, header: best.header, certainty: certain ? 'confident' : 'unsure' }
  })
}

/** Headings that no field was matched to. */
export const headersLeft = (headers: readonly string[], matches: readonly ColumnMatch[]) =>
  headers.filter(header => !matches.some(match => match.header === header))

const ownName = 100
const same = 90
const otherOrder = 80
const nearlySpelled = 60
const moreWords = 40

function likeness(header: string, { key, name, alsoCalled = [] }: ImportField): number {
  const heading = columnWords(header)
  if (heading.length === 0) return 0
  const scores = [name, key, ...alsoCalled].map((called, place) => {
    const words = columnWords(called)
    const [typed, sought] = [heading.join(''), words.join('')]
    if (typed === sought) return place < 2 ? ownName : same
    if (words.length > 1 && words.toSorted().join() === heading.toSorted().join()) return otherOrder
    if (
      sought.length > 4 &&
      spellingDistance(typed, sought, sought.length > 7 ? 2 : 1) !== undefined
    )
      return nearlySpelled
    return words.length > 0 && words.every(word => heading.includes(word)) ? moreWords : 0
  })
  return Math.max(...scores)
}
