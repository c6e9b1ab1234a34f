import type { ComponentChildren } from 'preact'
import type { Options } from '../attributes.ts'
import { Button, ButtonGroup } from '../base/button.tsx'

export type MenuItem = Options<{
  text: string
  /** A link; without it the item is a submit button of the form around it. */
  href?: string
  name?: string
  value?: string
  variant?: 'secondary' | 'warning'
}>

/** What can be done here, every action in sight: nothing is hidden behind “More”. */
export const ButtonMenu = ({ items }: { items: readonly MenuItem[] }) => (
  <ButtonGroup>
    {items.map(({ text, variant = 'secondary', ...item }) => (
      <Button {...item} variant={variant}>
        {text}
      </Button>
    ))}
  </ButtonGroup>
)

/** The heading of a page with its actions beside it. */
export const ActionBar = ({
  children,
  actions,
}: {
  children: ComponentChildren
  actions: ComponentChildren
}) => (
  <div class="onroll-action-bar">
    <div class="onroll-action-bar__heading">{children}</div>
    <div class="onroll-action-bar__actions">{actions}</div>
  </div>
)

/** Figures at the head of a page, each leading to what it counts. */
export const NumericData = ({
  items,
}: {
  items: readonly Options<{
    number: string | number
    label: string
    href?: string
    note?: ComponentChildren
  }>[]
}) => (
  <ul class="onroll-numbers">
    {items.map(({ number, label, href, note }) => (
      <li class="onroll-numbers__item">
        <span class="onroll-numbers__number">{number}</span>{' '}
        {href ? (
          <a class="govuk-link onroll-numbers__label" href={href}>
            {label}
          </a>
        ) : (
          <span class="onroll-numbers__label">{label}</span>
        )}
        {note && <span class="onroll-numbers__note">{note}</span>}
      </li>
    ))}
  </ul>
)

/** Says that there is nothing, why that may be, and what one can do. */
export const EmptyState = ({
  title,
  headingLevel = 2,
  action,
  children,
}: Options<{
  title: string
  headingLevel?: number
  action?: ComponentChildren
  children?: ComponentChildren
}>) => {
  const Heading = `h${headingLevel}` as 'h2'
  return (
    <div class="onroll-empty">
      <Heading class="govuk-heading-m">{title}</Heading>
      {typeof children === 'string' ? <p class="govuk-body">{children}</p> : children}
      {action}
    </div>
  )
}
