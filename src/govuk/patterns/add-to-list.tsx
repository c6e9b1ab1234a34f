import type { ComponentChildren } from 'preact'
import type { Options } from '../attributes.ts'
import { Button } from '../base/button.tsx'

export type ListedItem = Options<{
  /** What it is called, also to people who hear “Remove …”. */
  text: string
  detail?: ComponentChildren
  changeHref?: string
  /** Posted by its button when it is to be taken off. */
  remove?: { readonly name: string; readonly value: string }
}>

/** A list that grows: what is on it so far, and the fields or the link that add another. Goes inside a form. */
export const AddToList = ({
  heading,
  headingLevel = 2,
  items,
  empty = 'Nothing has been added yet.',
  addText,
  addHref,
  children,
}: Options<{
  heading: string
  headingLevel?: number
  items: readonly ListedItem[]
  empty?: string
  addText: string
  /** Where another is added; without it the fields below and a button do. */
  addHref?: string
  children?: ComponentChildren
}>) => {
  const Heading = `h${headingLevel}` as 'h2'
  return (
    <section class="onroll-add">
      <Heading class="govuk-heading-m">{heading}</Heading>
      {items.length === 0 ? (
        <p class="govuk-body">{empty}</p>
      ) : (
        <ul class="onroll-add__list">
          {items.map(item => (
            <li class="onroll-add__item">
              <Listed {...item} />
            </li>
          ))}
        </ul>
      )}
      {children}
      <Button variant="secondary" href={addHref} name={addHref ? undefined : 'add'} value="add">
        {addText}
      </Button>
    </section>
  )
}

const Listed = ({ text, detail, changeHref, remove }: ListedItem) => (
  <>
    <div class="onroll-add__text">
      <strong>{text}</strong>
      {detail && <div>{detail}</div>}
    </div>
    <div class="onroll-add__actions">
      {changeHref && (
        <a class="govuk-link" href={changeHref}>
          Change<span class="govuk-visually-hidden"> {text}</span>
        </a>
      )}
      {remove && (
        <button type="submit" class="onroll-link-button" name={remove.name} value={remove.value}>
          Remove<span class="govuk-visually-hidden"> {text}</span>
        </button>
      )}
    </div>
  </>
)
