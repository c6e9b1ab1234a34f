import type { IsoDate } from '../dates.ts'

/** One entry of a list that others keep: what is stored, what people read, and the days on which it may be chosen. */
export interface Code {
  readonly key: string
  readonly name: string
  /** First day on which it may be chosen; absent when it always could. */
  readonly from?: string
  /** Last day on which it may be chosen; absent while it still may. */
  readonly to?: string
}

/** A code that is no longer chosen still has its name: old records are read with it. */
export function codeList<const Entries extends readonly Code[]>(entries: Entries) {
  type Entry = Entries[number]
  type Key = Entry['key']
  const byKey = new Map<string, Entry>(entries.map(entry => [entry.key, entry]))
  return {
    all: entries,
    keys: entries.map(entry => entry.key) as Key[],
    has: (key: string): key is Key => byKey.has(key),
    find: (key: string): Entry | undefined => byKey.get(key),
    nameOf: (key: Key): string => byKey.get(key)?.name ?? key,
    /** What may be chosen on that day. */
    on: (day: IsoDate): Entry[] =>
      entries.filter(({ from, to }: Code) => (!from || from <= day) && (!to || day <= to)),
  }
}
export type KeyOf<List extends { keys: readonly string[] }> = List['keys'][number]
