/** The same expression with one of its terms taken away, as PostgreSQL prints expressions: each group in its brackets. */
export interface Without {
  readonly text: string
  readonly dropped: string
}

/** Every way of dropping one term of a conjunction (or of a choice), however deep it stands. */
export const withoutEach = (expression: string, word: 'AND' | 'OR'): Without[] =>
  groups(expression).flatMap(([from, to]) => {
    const terms = termsOf(expression.slice(from, to), word)
    if (terms.length < 2) return []
    return terms.map((dropped, at) => {
      const kept = terms.filter((_, other) => other !== at).join(` ${word} `)
      return {
        text: `${expression.slice(0, from)}${kept}${expression.slice(to)}`,
        dropped: dropped.trim(),
      }
    })
  })

/** What stands inside each pair of brackets, and the whole. */
function groups(text: string): [from: number, to: number][] {
  const open: number[] = []
  const found: [number, number][] = [[0, text.length]]
  for (const [at, character] of outsideQuotes(text)) {
    if (character === '(') open.push(at + 1)
    if (character === ')') {
      const from = open.pop()
      if (from !== undefined) found.push([from, at])
    }
  }
  return found
}

function termsOf(group: string, word: string): string[] {
  const cuts = [0]
  let depth = 0
  let cases = 0
  for (const [at, character] of outsideQuotes(group)) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth > 0) continue
    if (/^\bCASE\b/.test(group.slice(at)) && !/\w/.test(group[at - 1] ?? ' ')) cases += 1
    if (/^\bEND\b/.test(group.slice(at)) && !/\w/.test(group[at - 1] ?? ' ')) cases -= 1
    if (cases === 0 && group.startsWith(` ${word} `, at)) cuts.push(at)
  }
  // A query's own words stand before its condition: only conditions are terms.
  if (/\b(SELECT|FROM|WHERE)\b/.test(shallow(group))) return []
  return cuts.map((cut, n) =>
    group.slice(n === 0 ? 0 : cut + word.length + 2, cuts[n + 1] ?? group.length),
  )
}

/** The words of a group that stand in no brackets inside it. */
function shallow(group: string): string {
  let depth = 0
  let words = ''
  for (const [, character] of outsideQuotes(group)) {
    if (character === '(') depth += 1
    if (depth === 0) words += character
    if (character === ')') depth -= 1
  }
  return words
}

function* outsideQuotes(text: string): Generator<[number, string]> {
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === "'") quoted = !quoted
    else if (!quoted) yield [at, character]
  }
}
