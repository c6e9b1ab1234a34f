import type { Nodes, Parents, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { ComponentChildren, VNode } from 'preact'
import { ruleCalled } from '#rules/registry.ts'

/**
 * An article’s Markdown as components. The parser gives a tree and never HTML; each kind of node that we know becomes an
 * element of ours, tags that somebody typed become the text they are, and a link leads to a page of ours or to https.
 */
export const Markdown = ({ text }: { text: string }) => <>{childrenOf(fromMarkdown(text))}</>

const childrenOf = (node: Parents): ComponentChildren[] => node.children.map(rendered)

function rendered(node: Nodes): ComponentChildren {
  switch (node.type) {
    case 'paragraph':
      return <p class="govuk-body">{childrenOf(node)}</p>
    case 'heading':
      return <Heading depth={node.depth}>{childrenOf(node)}</Heading>
    case 'list':
      return <List ordered={node.ordered === true}>{childrenOf(node)}</List>
    case 'listItem':
      return <li>{node.children.map(loose)}</li>
    case 'blockquote':
      return <div class="govuk-inset-text">{childrenOf(node)}</div>
    case 'strong':
      return <strong>{childrenOf(node)}</strong>
    case 'emphasis':
      return <em>{childrenOf(node)}</em>
    case 'inlineCode':
    case 'code':
      return <code>{node.value}</code>
    case 'thematicBreak':
      return <hr class="govuk-section-break govuk-section-break--l" />
    case 'break':
      return <br />
    case 'link':
      return isSafe(node.url) ? (
        <a class="govuk-link" href={node.url} rel="noreferrer">
          {childrenOf(node)}
        </a>
      ) : (
        childrenOf(node)
      )
    case 'text':
      return withRuleLinks(node.value)
    case 'html':
      return node.value
    default:
      return null
  }
}

/** A single paragraph in a list item needs no paragraph around it. */
const loose = (node: Nodes): ComponentChildren =>
  node.type === 'paragraph' ? childrenOf(node) : rendered(node)

const Heading = ({ depth, children }: { depth: number; children: ComponentChildren }) =>
  depth <= 2 ? (
    <h2 class="govuk-heading-m">{children}</h2>
  ) : (
    <h3 class="govuk-heading-s">{children}</h3>
  )

const List = ({ ordered, children }: { ordered: boolean; children: ComponentChildren }) =>
  ordered ? (
    <ol class="govuk-list govuk-list--number">{children}</ol>
  ) : (
    <ul class="govuk-list govuk-list--bullet">{children}</ul>
  )

export const isSafe = (url: string): boolean =>
  /^\/(?![/\\])[!-~]*$/.test(url) || /^https:\/\/[\w.-]+(?:[/?#][!-~]*)?$/.test(url)

const ruleId = /\b[A-Z]{2,3}-\d{2}\b/g

/** A rule named in the text leads to its card. */
function withRuleLinks(text: string): ComponentChildren {
  const parts: (string | VNode)[] = []
  let at = 0
  for (const match of text.matchAll(ruleId)) {
    if (!ruleCalled(match[0])) continue
    parts.push(
      text.slice(at, match.index),
      <a class="govuk-link" href={`/rules/${match[0]}`}>
        {match[0]}
      </a>,
    )
    at = match.index + match[0].length
  }
  return [...parts, text.slice(at)]
}

/** The words without their marks, for search. */
export const plainText = (text: string): string =>
  wordsOf(fromMarkdown(text)).replace(/\s+/g, ' ').trim()

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value
  if (!('children' in node)) return ' '
  const inner = (node.children as Nodes[]).map(wordsOf).join('')
  // A heading runs on into what follows: the passage that a search shows should still read.
  if (node.type === 'heading') return /[.?!:]$/.test(inner) ? `${inner} ` : `${inner}: `
  return blocks.has(node.type) ? `${inner} ` : inner
}
const blocks = new Set(['paragraph', 'listItem', 'blockquote', 'list'])

export const linksIn = (text: string): string[] => linksOf(fromMarkdown(text))

const linksOf = (node: Nodes | Root): string[] => [
  ...(node.type === 'link' || node.type === 'definition' ? [node.url] : []),
  ...('children' in node ? (node.children as Nodes[]).flatMap(linksOf) : []),
]

/** Every rule that the text names, whether there is one of that name or not. */
export const rulesNamed = (text: string): string[] => {
  const linked = linksIn(text).flatMap(url => /^\/rules\/([^?#]*)/.exec(url)?.[1] ?? [])
  // Numbers of disagreements (C-01) look no different: only areas of the rulebook count.
  const written = [...plainText(text).matchAll(ruleId)].map(([id]) => id)
  return [...new Set([...linked, ...written])].sort()
}
