import { expect } from 'vitest'
import { levelWords, placeWords } from '#features/findings/index.ts'
import { evaluate } from '#rules/engine.ts'
import type { Facts } from '#rules/facts.ts'
import { actions, type Finding } from '#rules/finding.ts'
import { ruleCalled } from '#rules/registry.ts'
import { matches, type Scenario } from '#rules/scenarios.ts'
import type { Browser } from '#testing/browser.ts'
import { attribute, elements, textOf, tidy } from '#testing/html.ts'

/** A finding as somebody reads it: how grave, what, what it stops, by what authority, and which rule. */
export interface Read {
  readonly rule: string
  readonly level: string
  readonly sentence: string
  readonly whatToDo: string
  readonly sources: readonly string[]
}

/** The findings on the page that is open. */
export const findingsOn = (page: Browser): Read[] =>
  page
    .all('article')
    .filter(each => attribute(each, 'class')?.includes('onroll-finding'))
    .map(card => {
      const parts = [...elements(card)]
      const text = (tag: string, mark: string) =>
        parts
          .filter(each => tag === each.tagName && attribute(each, 'class')?.includes(mark))
          .map(each => tidy(textOf(each)))
      const [level = ''] = text('strong', 'govuk-tag')
      const [heading = ''] = text('h2', '__sentence').concat(text('h3', '__sentence'))
      return {
        rule:
          parts
            .map(each => /^\/rules\/(.+)$/.exec(attribute(each, 'href') ?? '')?.[1])
            .find(Boolean) ?? '',
        level,
        sentence: heading.slice(level.length).trim(),
        whatToDo: text('p', '__remedy')[0] ?? '',
        sources: parts.filter(each => each.tagName === 'li').map(each => tidy(textOf(each))),
      }
    })

/** What the case expects, worked out from its own facts: the page must say the same of what was typed in. */
export function compare({ expect: expected }: Scenario, facts: Facts, read: readonly Read[]) {
  const found = evaluate(facts)
  for (const entry of expected.findings ?? []) {
    const finding = found.find(each => matches(entry, each))
    if (!finding) throw new Error(`The case itself does not hold: ${JSON.stringify(entry)}`)
    expect(read, finding.message).toContainEqual(asRead(finding))
  }
  for (const rule of rulesOf(expected)) {
    const said = found.filter(each => each.rule === rule).map(({ message }) => message)
    const shown = read.filter(each => each.rule === rule).map(({ sentence }) => sentence)
    expect([rule, ...new Set(shown)].sort()).toEqual([rule, ...new Set(said)].sort())
  }
  for (const entry of expected.absent ?? []) {
    if ('rule' in entry || !('level' in entry)) continue
    const { word } = levelWords[entry['level'] as 'critical']
    expect(read.filter(({ level }) => level === word)).toEqual([])
  }
}

const rulesOf = ({ findings = [], absent = [] }: Scenario['expect']) =>
  new Set([...findings, ...absent].flatMap(({ rule }) => (typeof rule === 'string' ? rule : [])))

/** The card that such a finding is shown as. */
function asRead({ rule, level, blocks, message }: Finding) {
  const stopped = blocks.map(block => actions[block]).join(', or ')
  return {
    rule,
    level: level === 'high' && blocks.length === 0 ? 'Early warning' : levelWords[level].word,
    sentence: tidy(message),
    whatToDo: stopped ? expect.stringContaining(`you cannot ${stopped}`) : '',
    sources: (ruleCalled(rule)?.sources ?? []).map(source =>
      expect.stringContaining(tidy(placeWords(source))),
    ),
  }
}
