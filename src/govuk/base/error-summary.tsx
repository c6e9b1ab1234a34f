import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

export type ErrorSummaryProps = Options<{
  title: ComponentChildren
  description?: ComponentChildren
  errorList: readonly Options<{
    href?: string
    children: ComponentChildren
    attributes?: Attributes
  }>[]
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}>

export const GovukErrorSummary = (props: ErrorSummaryProps) => (
  <div
    class={names('govuk-error-summary', props.classes)}
    data-disable-auto-focus={props.disableAutoFocus?.toString()}
    data-module="govuk-error-summary"
    {...attrs(props.attributes)}
  >
    {/* The alert is a child, so that focusing the summary and announcing it do not race. */}
    <div role="alert">
      <h2 class="govuk-error-summary__title">{props.title}</h2>
      <div class="govuk-error-summary__body">
        {props.description && <p>{props.description}</p>}
        {props.errorList.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {props.errorList.map(({ href, children, attributes }) => (
              <li>
                {href ? (
                  <a href={href} {...attrs(attributes)}>
                    {children}
                  </a>
                ) : (
                  children
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
)
