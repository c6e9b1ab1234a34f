import type { ComponentChildren } from 'preact'
import { names, type Options } from '../attributes.ts'

export type PanelTone = 'blue' | 'red' | 'orange' | 'green' | 'grey'

/** Something set apart that waits, such as a document that is expected and missing. The title says what the colour means. */
export const TicketPanel = ({
  title,
  tone = 'blue',
  headingLevel = 2,
  actions,
  children,
}: Options<{
  title: ComponentChildren
  tone?: PanelTone
  headingLevel?: number
  actions?: ComponentChildren
  children?: ComponentChildren
}>) => {
  const Heading = `h${headingLevel}` as 'h2'
  return (
    <section class={names('onroll-ticket', `onroll-ticket--${tone}`)}>
      <Heading class="govuk-heading-s onroll-ticket__title">{title}</Heading>
      {children}
      {actions && <div class="onroll-ticket__actions">{actions}</div>}
    </section>
  )
}
