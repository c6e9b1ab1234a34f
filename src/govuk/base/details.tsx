import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

export const Details = (
  props: Options<{
    summary: ComponentChildren
    id?: string
    open?: boolean
    classes?: string
    attributes?: Attributes
    children?: ComponentChildren
  }>,
) => (
  <details
    id={props.id || undefined}
    class={names('govuk-details', props.classes)}
    open={props.open}
    {...attrs(props.attributes)}
  >
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class="govuk-details__text">{props.children}</div>
  </details>
)
