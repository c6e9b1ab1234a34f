import type { DefaultTreeAdapterTypes as Tree } from 'parse5'

export const attribute = (element: Tree.Element, name: string) =>
  element.attrs.find(each => each.name === name)?.value
const children = (node: Tree.Node): Tree.ChildNode[] =>
  'childNodes' in node ? node.childNodes : []

export function textOf(node: Tree.Node): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value
  const inner = children(node).map(textOf).join('')
  return blocks.has(node.nodeName) ? ` ${inner} ` : inner
}
const blocks = new Set([
  'p',
  'div',
  'li',
  'dt',
  'dd',
  'td',
  'th',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'option',
  'label',
  'br',
  'section',
])

export const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

export function* elements(node: Tree.Node): Generator<Tree.Element> {
  for (const child of children(node)) {
    if ('tagName' in child) yield child
    yield* elements(child)
  }
}
