import type { Client, Pool } from 'pg'

/** A function that policies compare with, with one condition taken out of its body. */
export interface FunctionMutant {
  readonly function: string
  readonly name: string
  readonly sql: string
}

/** For each function: every condition behind a “where” or an “and” is once held to be true. */
export async function functionMutantsOf(
  client: Client | Pool,
  names: readonly string[],
): Promise<FunctionMutant[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select proname as name, pg_get_functiondef(oid) as definition from pg_proc
      where pronamespace = 'onroll'::regnamespace and proname = any ($1) order by proname`,
    [names],
  )
  return rows.flatMap(({ name, definition }) =>
    conditionsOf(definition).map(([from, to]) => ({
      function: name,
      name: `${name}: without “${definition.slice(from, to).replace(/\s+/g, ' ').trim()}”`,
      sql: `${definition.slice(0, from)} true ${definition.slice(to)}`,
    })),
  )
}

const ends = new Set(
  'and or union order group limit then when else end left join where loop into from for'.split(' '),
)

/** Where each condition begins and ends. */
function conditionsOf(definition: string): [number, number][] {
  const body = definition.indexOf('$function$')
  const tokens = [
    ...definition.slice(body).matchAll(/--.*|'(?:[^']|'')*'|[A-Za-z_][A-Za-z_0-9.]*|[();]/g),
  ].map(({ 0: text, index }) => ({
    text: text.toLowerCase(),
    at: body + index,
    length: text.length,
  }))
  const isDistinctFrom = (token: (typeof tokens)[number]) =>
    token.text === 'from' && tokens[tokens.indexOf(token) - 1]?.text === 'distinct'
  return tokens.flatMap((token, n): [number, number][] => {
    if (token.text !== 'and' && token.text !== 'where') return []
    if (tokens.slice(Math.max(0, n - 4), n).some(({ text }) => text === 'between')) return []
    // Inside brackets, or between “case” and its “end”, a word that ends conditions ends none.
    let depth = 0
    for (const next of tokens.slice(n + 1)) {
      if (next.text === '(' || next.text === 'case') depth += 1
      if (next.text === ')') depth -= 1
      const over = depth < 0 || (depth === 0 && (next.text === ';' || ends.has(next.text)))
      if (over && !isDistinctFrom(next)) return [[token.at + token.length, next.at]]
      if (next.text === 'end') depth -= 1
    }
    return []
  })
}
