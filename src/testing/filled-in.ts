import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { attribute, elements, textOf, tidy } from './html.ts'

export type Answers = Map<string, (string | File)[]>

/** What a browser would post: what the form held when it was shown, and over it what the user filled in. */
export function filledIn(form: Tree.Element, answers: Answers): Answers {
  const data: Answers = new Map()
  for (const field of elements(form)) {
    const name = attribute(field, 'name')
    const type = attribute(field, 'type')
    if (!name || field.tagName === 'button' || type === 'file') continue
    if (!['input', 'select', 'textarea'].includes(field.tagName)) continue
    const choice = type === 'radio' || type === 'checkbox'
    if (choice && attribute(field, 'checked') === undefined) continue
    const value = shown(field)
    data.set(name, type === 'checkbox' ? [...(data.get(name) ?? []), value || 'on'] : [value])
  }
  for (const [name, values] of answers) data.set(name, values)
  return data
}

export const pairs = (data: Answers) =>
  [...data].flatMap(([name, values]) => values.map(value => [name, value] as const))

function shown(field: Tree.Element): string {
  if (field.tagName === 'textarea') return textOf(field)
  if (field.tagName !== 'select') return attribute(field, 'value') ?? ''
  const options = [...elements(field)].filter(each => each.tagName === 'option')
  const chosen = options.find(each => attribute(each, 'selected') !== undefined) ?? options[0]
  return chosen ? (attribute(chosen, 'value') ?? tidy(textOf(chosen))) : ''
}
