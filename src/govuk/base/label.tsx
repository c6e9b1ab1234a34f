import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

export type LabelProps = Options<{
  classes?: string
  isPageHeading?: boolean
  attributes?: Attributes
  for?: string
  children?: ComponentChildren
}>

export function Label({ classes, isPageHeading, attributes, for: id, children }: LabelProps) {
  if (children === undefined || children === '') return null
  const label = (
    <label class={names('govuk-label', classes)} for={id || undefined} {...attrs(attributes)}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
