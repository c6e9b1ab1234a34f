import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

export type Tone =
  | 'grey'
  | 'green'
  | 'turquoise'
  | 'teal'
  | 'purple'
  | 'magenta'
  | 'pink'
  | 'red'
  | 'orange'
  | 'yellow'

/** Blue unless a tone is given. The words carry the meaning, never the colour alone. */
export const Tag = ({
  tone,
  classes,
  attributes,
  children,
}: Options<{
  tone?: Tone
  classes?: string
  attributes?: Attributes
  children?: ComponentChildren
}>) => (
  <strong class={names('govuk-tag', tone && `govuk-tag--${tone}`, classes)} {...attrs(attributes)}>
    {children}
  </strong>
)
