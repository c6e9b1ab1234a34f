import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { attribute, elements, textOf, tidy } from './html.ts'

type Element = Tree.Element

/** The field with this label. A control without one cannot be used, so that a missing label fails the journey. */
export function labelled(page: Tree.Document, label: string) {
  const labels = [...elements(page)].filter(({ tagName }) => tagName === 'label')
  const target = labels.find(each => tidy(textOf(each)) === label)
  const element = target && fieldOf(page, target)
  if (!element)
    throw new Error(
      `No field labelled “${label}”. There are: ${labels.map(each => tidy(textOf(each))).join(' | ')}. The page says: ${tidy(textOf(page)).slice(0, 600)}`,
    )
  return {
    element,
    name: attribute(element, 'name') ?? '',
    value: attribute(element, 'value') ?? '',
  }
}

/** One of the answers to a question, which is the legend of its fieldset. */
export function answerIn(page: Tree.Document, question: string, label: string) {
  const group = [...elements(page)].find(
    each =>
      each.tagName === 'fieldset' &&
      [...elements(each)].some(
        part => part.tagName === 'legend' && tidy(textOf(part)) === question,
      ) &&
      [...elements(each)].filter(part => part.tagName === 'fieldset').length === 0,
  )
  if (!group) throw new Error(`No question “${question}”`)
  const target = [...elements(group)].find(
    each => each.tagName === 'label' && tidy(textOf(each)) === label,
  )
  const element = target && fieldOf(group, target)
  if (!element) throw new Error(`No answer “${label}” to “${question}”`)
  return { name: attribute(element, 'name') ?? '', value: attribute(element, 'value') ?? '' }
}

export function optionOf(select: Element, words: string) {
  const options = [...elements(select)].filter(({ tagName }) => tagName === 'option')
  const option = options.find(each => tidy(textOf(each)) === words)
  if (!option)
    throw new Error(
      `No option “${words}”. There are: ${options.map(each => tidy(textOf(each))).join(' | ')}`,
    )
  return attribute(option, 'value') ?? words
}

const fieldOf = (page: Tree.ParentNode, label: Element) =>
  [...elements(page)].find(each => attribute(each, 'id') === attribute(label, 'for'))
