import type { ComponentChildren } from 'preact'
import type { Options } from '../attributes.ts'
import { GovukFieldset } from '../base/fieldset.tsx'
import { Hint } from '../base/text.tsx'

/** Groups fields that belong together, such as an address. */
export const Fieldset = ({
  legend,
  hint,
  name,
  legendSize = 'm',
  isPageHeading,
  children,
}: Options<{
  legend: ComponentChildren
  name: string
  hint?: ComponentChildren
  legendSize?: 's' | 'm' | 'l' | 'xl'
  isPageHeading?: boolean
  children?: ComponentChildren
}>) => (
  <GovukFieldset
    role="group"
    legend={{
      children: legend,
      isPageHeading,
      classes: `govuk-fieldset__legend--${legendSize}`,
    }}
    describedBy={hint ? `${name}-hint` : undefined}
  >
    {hint && <Hint id={`${name}-hint`}>{hint}</Hint>}
    {children}
  </GovukFieldset>
)
