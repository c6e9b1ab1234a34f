import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

export type TextProps = Options<{
  id?: string
  classes?: string
  attributes?: Attributes
  children?: ComponentChildren
}>

export const Hint = ({ id, classes, attributes, children }: TextProps) => (
  <div id={id} class={names('govuk-hint', classes)} {...attrs(attributes)}>
    {children}
  </div>
)

export type ErrorMessageProps = TextProps & Options<{ visuallyHiddenText?: string }>

export const ErrorMessage = ({
  id,
  classes,
  attributes,
  visuallyHiddenText = 'Error',
  children,
}: ErrorMessageProps) => (
  <p id={id} class={names('govuk-error-message', classes)} {...attrs(attributes)}>
    {visuallyHiddenText && <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>}{' '}
    {children}
  </p>
)

export const InsetText = ({ id, classes, attributes, children }: TextProps) => (
  <div id={id} class={names('govuk-inset-text', classes)} {...attrs(attributes)}>
    {children}
  </div>
)

export const WarningText = ({
  classes,
  attributes,
  iconFallbackText = 'Warning',
  children,
}: TextProps & Options<{ iconFallbackText?: string }>) => (
  <div class={names('govuk-warning-text', classes)} {...attrs(attributes)}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>{' '}
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{iconFallbackText}</span> {children}
    </strong>
  </div>
)
