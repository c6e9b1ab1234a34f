import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

export type NotificationBannerProps = Options<{
  type?: 'success'
  title?: ComponentChildren
  titleId?: string
  titleHeadingLevel?: number
  role?: string
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
  /** A string is shown as one line in large type. */
  children?: ComponentChildren
}>

export function NotificationBanner({ type, children, ...props }: NotificationBannerProps) {
  const success = type === 'success'
  const Heading = `h${props.titleHeadingLevel || 2}` as 'h2'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const landmark = {
    role: (props.role || (success ? 'alert' : 'region')) as 'region',
    'aria-labelledby': titleId,
  }
  return (
    <div
      class={names(
        'govuk-notification-banner',
        success && 'govuk-notification-banner--success',
        props.classes,
      )}
      {...landmark}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus?.toString()}
      {...attrs(props.attributes)}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title ?? (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? (
          <p class="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  )
}
