import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

/** Asks, at the foot of a page, how it could be better. */
export const Feedback = ({
  title,
  headingLevel,
  classes,
  attributes,
  children,
}: Options<{
  title: ComponentChildren
  headingLevel?: number
  classes?: string
  attributes?: Attributes
  children?: ComponentChildren
}>) => {
  const Heading = `h${headingLevel || 2}` as 'h2'
  return (
    <div class={names('govuk-feedback govuk-width-container', classes)} {...attrs(attributes)}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Heading class="govuk-feedback__title">{title}</Heading>
          {children && (
            <div class="govuk-feedback__body">
              {typeof children === 'string' ? <p class="govuk-body">{children}</p> : children}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
