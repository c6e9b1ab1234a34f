import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options, present } from '../attributes.ts'

export type ServiceNavigationItem = Options<{
  href?: string
  children?: ComponentChildren
  /** This very page. */
  current?: boolean
  /** This page or one above it. */
  active?: boolean
  attributes?: Attributes
}>

export type ServiceNavigationProps = Options<{
  serviceName?: string
  serviceUrl?: string
  navigation?: readonly (ServiceNavigationItem | null | undefined | false)[]
  navigationId?: string
  navigationLabel?: string
  navigationClasses?: string
  menuButtonText?: string
  menuButtonLabel?: string
  collapseNavigationOnMobile?: boolean
  ariaLabel?: string
  slots?: Options<{
    start?: ComponentChildren
    end?: ComponentChildren
    endInline?: boolean
    navigationStart?: ComponentChildren
    navigationEnd?: ComponentChildren
  }>
  classes?: string
  attributes?: Attributes
}>

export function ServiceNavigation({ slots = {}, ...props }: ServiceNavigationProps) {
  const common = {
    class: names('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...attrs(props.attributes),
  }
  const inner = (
    <div
      class={names(
        'govuk-width-container',
        slots.endInline && 'govuk-service-navigation__inlining-container',
      )}
    >
      {slots.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName && <ServiceName name={props.serviceName} url={props.serviceUrl} />}
        <Navigation {...props} slots={slots} />
      </div>
      {slots.end}
    </div>
  )
  // With a name or a slot it is a landmark of its own; without, its navigation is landmark enough.
  return props.serviceName || slots.start || slots.end ? (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...common}>
      {inner}
    </section>
  ) : (
    <div {...common}>{inner}</div>
  )
}

const untilScriptRuns = { hidden: true, 'aria-hidden': 'true' } as const

const ServiceName = ({ name, url }: { name: string; url: string | undefined }) => (
  <span class="govuk-service-navigation__service-name">
    {url ? (
      <a href={url} class="govuk-service-navigation__link">
        {name}
      </a>
    ) : (
      <span class="govuk-service-navigation__text">{name}</span>
    )}
  </span>
)

function Navigation({ navigation = [], slots = {}, ...props }: ServiceNavigationProps) {
  const items = present(navigation)
  const menu = props.menuButtonText || 'Menu'
  const id = props.navigationId || 'navigation'
  if (items.length === 0 && !slots.navigationStart && !slots.navigationEnd) return null
  return (
    <nav
      aria-label={props.navigationLabel || menu}
      class={names('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuButtonLabel === menu ? undefined : props.menuButtonLabel}
          {...untilScriptRuns}
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {slots.navigationStart}
        {items.map(item => (
          <Item {...item} />
        ))}
        {slots.navigationEnd}
      </ul>
    </nav>
  )
}

function Item({ href, children, current, active, attributes }: ServiceNavigationItem) {
  const here = current || active
  const marked = here ? ({ 'aria-current': current ? 'page' : 'true' } as const) : {}
  // Bold as well as coloured, for people who choose their own colours.
  const text = here ? (
    <strong class="govuk-service-navigation__active-fallback">{children}</strong>
  ) : (
    children
  )
  return (
    <li
      class={names(
        'govuk-service-navigation__item',
        here && 'govuk-service-navigation__item--active',
      )}
    >
      {href ? (
        <a class="govuk-service-navigation__link" href={href} {...marked} {...attrs(attributes)}>
          {text}
        </a>
      ) : (
        children && (
          <span class="govuk-service-navigation__text" {...marked}>
            {text}
          </span>
        )
      )}
    </li>
  )
}
