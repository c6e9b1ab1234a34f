type Value = string | number | boolean | undefined

/**
 * Makes the addresses of a list. `usual` is what the list shows when nothing is asked: it stays out of the address, as does
 * what is empty. Whatever changes in the list, it starts again at its first page, unless the page is what changes.
 */
export const listHrefs =
  <Query extends Readonly<Record<string, Value>>>(path: string, usual: Partial<Query> = {}) =>
  (query: Query, change: Partial<Query> = {}, to: string = path): string => {
    const unasked: Readonly<Record<string, Value>> = { ...usual, page: 1 }
    const asked = Object.entries({ ...query, page: 1, ...change })
      .filter(([name, value]) => value !== undefined && value !== '' && value !== unasked[name])
      .map(([name, value]) => [name, String(value)])
    return asked.length === 0 ? to : `${to}?${new URLSearchParams(asked)}`
  }
