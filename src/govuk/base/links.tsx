import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

type LinkProps = Options<{
  href?: string
  classes?: string
  attributes?: Attributes
  children?: ComponentChildren
}>

export const BackLink = ({ href, classes, attributes, children }: LinkProps) => (
  <a href={href || '#'} class={names('govuk-back-link', classes)} {...attrs(attributes)}>
    {children ?? 'Back'}
  </a>
)

export const SkipLink = ({ href, classes, attributes, children }: LinkProps) => (
  <a
    href={href || '#content'}
    class={names('govuk-skip-link', classes)}
    data-module="govuk-skip-link"
    {...attrs(attributes)}
  >
    {children}
  </a>
)

export type BreadcrumbsProps = Options<{
  items: readonly Options<{
    href?: string
    children: ComponentChildren
    attributes?: Attributes
  }>[]
  collapseOnMobile?: boolean
  labelText?: string
  classes?: string
  attributes?: Attributes
}>

export const Breadcrumbs = (props: BreadcrumbsProps) => (
  <nav
    class={names(
      'govuk-breadcrumbs',
      props.classes,
      props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
    )}
    aria-label={props.labelText ?? 'Breadcrumb'}
    {...attrs(props.attributes)}
  >
    <ol class="govuk-breadcrumbs__list">
      {props.items.map(({ href, children, attributes }) =>
        href ? (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={href} {...attrs(attributes)}>
              {children}
            </a>
          </li>
        ) : (
          <li class="govuk-breadcrumbs__list-item" aria-current="page">
            {children}
          </li>
        ),
      )}
    </ol>
  </nav>
)
