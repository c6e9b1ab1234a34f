import { allRules, areas, ruleCalled } from '#rules/registry.ts'
import { isSafe, linksIn, rulesNamed } from './markdown.tsx'
import { supersededSources } from './superseded-sources.ts'

const areaCodes = new Set<string>(areas.map(({ code }) => code))

/** The rules that an article cites: those that exist of all it names. */
export const rulesCited = (body: string): string[] =>
  rulesNamed(body).filter(id => ruleCalled(id) !== undefined)

/** What is wrong with the links of an article, in a sentence; undefined when nothing is. */
export function whyNotLinks(body: string, slugs: ReadonlySet<string>): string | undefined {
  for (const url of linksIn(body)) {
    if (!isSafe(url)) return `The link to “${url.slice(0, 60)}” must start with / or https://`
    const [, slug] = /^\/guidance\/([a-z0-9-]+)$/.exec(url) ?? []
    if (slug && !fixedPages.has(slug) && !slugs.has(slug))
      return `There is no article at /guidance/${slug}`
  }
  const unknown = rulesNamed(body).find(
    id => areaCodes.has(id.split('-')[0] ?? '') && ruleCalled(id) === undefined,
  )
  return unknown && `There is no rule ${unknown}`
}
const fixedPages = new Set(['topics', 'new', 'review'])

const documents = new Map(
  allRules.flatMap(rule =>
    [...rule.sources, ...rule.parameters.flatMap(each => each.versions.map(v => v.source))].map(
      ({ document }) => [document.id, document.title] as const,
    ),
  ),
)

/** A source as an article cites it: one that rules rest on, or one that has been superseded. */
export const sourceTitle = (id: string): string | undefined =>
  documents.get(id) ?? supersededSources[id]?.title

export const whyNotSources = (ids: readonly string[]): string | undefined => {
  const unknown = ids.find(id => sourceTitle(id) === undefined)
  return unknown && `There is no source “${unknown}”. Use the codes on the cards of rules`
}
