import type { ComponentChildren } from 'preact'
import { Layout, PageHeading, TwoThirds } from '#govuk/index.ts'

/** A page to read: a heading, and text under headings. */
export const Reading = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <Layout title={title}>
    <TwoThirds>
      <PageHeading>{title}</PageHeading>
      {children}
    </TwoThirds>
  </Layout>
)

export const Heading = ({ children }: { children: ComponentChildren }) => (
  <h2 class="govuk-heading-m">{children}</h2>
)
export const Says = ({ children }: { children: ComponentChildren }) => (
  <p class="govuk-body">{children}</p>
)
export const List = ({ items }: { items: readonly ComponentChildren[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {items.map(item => (
      <li>{item}</li>
    ))}
  </ul>
)
export const Away = ({ href, children }: { href: string; children: ComponentChildren }) => (
  <a class="govuk-link" href={href} rel="noreferrer noopener">
    {children}
  </a>
)
