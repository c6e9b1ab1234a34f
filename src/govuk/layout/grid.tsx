import type { ComponentChildren } from 'preact'

/** The width for reading and for forms. */
export const TwoThirds = ({
  children,
  aside,
}: {
  children: ComponentChildren
  aside?: ComponentChildren
}) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">{children}</div>
    {aside && <div class="govuk-grid-column-one-third">{aside}</div>}
  </div>
)

/** The heading of a page, with what it is about above it. */
export const PageHeading = ({
  caption,
  size = 'l',
  children,
}: {
  caption?: ComponentChildren
  size?: 'm' | 'l' | 'xl'
  children: ComponentChildren
}) => (
  <>
    {caption && <span class={`govuk-caption-${size}`}>{caption}</span>}
    <h1 class={`govuk-heading-${size}`}>{children}</h1>
  </>
)

/** Words that stay on one line, such as R-1042. */
export const NoBreak = ({ children }: { children: ComponentChildren }) => (
  <span class="onroll-no-break">{children}</span>
)
