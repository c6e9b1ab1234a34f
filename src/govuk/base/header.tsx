import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'
import { Tag } from './tag.tsx'

/** GOV.UK's header for services that are not on gov.uk: no crown. */
export const GenericHeader = (
  props: Options<{
    logo: ComponentChildren
    url?: string
    containerClasses?: string
    classes?: string
    attributes?: Attributes
  }>,
) => (
  <div class={names('govuk-generic-header', props.classes)} {...attrs(props.attributes)}>
    <div
      class={names(
        'govuk-generic-header__container',
        props.containerClasses || 'govuk-width-container',
      )}
    >
      <div class="govuk-generic-header__logo">
        <a href={props.url || '/'} class="govuk-generic-header__homepage-link">
          {props.logo}
        </a>
      </div>
    </div>
  </div>
)

export const PhaseBanner = ({
  tag,
  tagClasses,
  classes,
  attributes,
  children,
}: Options<{
  tag: ComponentChildren
  tagClasses?: string
  classes?: string
  attributes?: Attributes
  children?: ComponentChildren
}>) => (
  <div class={names('govuk-phase-banner govuk-width-container', classes)} {...attrs(attributes)}>
    <p class="govuk-phase-banner__content">
      <Tag classes={names('govuk-phase-banner__content__tag', tagClasses)}>{tag}</Tag>{' '}
      <span class="govuk-phase-banner__text">{children}</span>
    </p>
  </div>
)
