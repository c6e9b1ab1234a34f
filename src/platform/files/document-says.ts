/** What a document says of itself beside its pages. */
export interface DocumentSays {
  /** Of people who wrote it, changed it or made remarks. */
  readonly names: readonly string[]
  /** The rest, each as the end of the sentence “In it stands …”. */
  readonly also: readonly string[]
}

/** As people compare names: without caring for case, titles apart. */
const same = (one: string, other: string) =>
  one.trim().toLocaleLowerCase('en') === other.trim().toLocaleLowerCase('en')

/** Whoever adds a document is told of others in it; that it names them themselves is no news to anybody. */
export function worthTelling(says: DocumentSays, me: string): DocumentSays | undefined {
  const names = says.names.filter(name => !same(name, me))
  return names.length > 0 || says.also.length > 0 ? { names, also: says.also } : undefined
}

const most = 20

/** Each once, tidied, and no more than can be read. */
export const distinct = (words: Iterable<string>): string[] =>
  [...new Set([...words].map(word => word.replace(/\s+/g, ' ').trim().slice(0, 100)))]
    .filter(word => word !== '')
    .slice(0, most)

export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`
