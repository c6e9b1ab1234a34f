import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

export type FieldsetProps = Options<{
  legend?: Options<{ classes?: string; isPageHeading?: boolean; children?: ComponentChildren }>
  classes?: string
  role?: string
  describedBy?: string
  attributes?: Attributes
  children?: ComponentChildren
}>

export const GovukFieldset = (props: FieldsetProps) => (
  <fieldset
    class={names('govuk-fieldset', props.classes)}
    role={(props.role || undefined) as 'group' | undefined}
    aria-describedby={props.describedBy || undefined}
    {...attrs(props.attributes)}
  >
    {props.legend?.children && (
      <legend class={names('govuk-fieldset__legend', props.legend.classes)}>
        {props.legend.isPageHeading ? (
          <h1 class="govuk-fieldset__heading">{props.legend.children}</h1>
        ) : (
          props.legend.children
        )}
      </legend>
    )}
    {props.children}
  </fieldset>
)
