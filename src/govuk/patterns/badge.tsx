import type { ComponentChildren } from 'preact'
import { names } from '../attributes.ts'

/** How many things wait there for the reader. The number is seen, the words are heard. */
export const NotificationBadge = ({ count, text }: { count: number; text: string }) => (
  <>
    <span class="onroll-notification-badge" aria-hidden="true">
      {count > 99 ? '99+' : count}
    </span>
    <span class="govuk-visually-hidden"> ({text})</span>
  </>
)

/** A small marker in capitals beside a name, such as “Restricted”. */
export const Badge = ({
  tone = 'blue',
  children,
}: {
  tone?: 'blue' | 'red' | 'green' | 'purple' | 'grey' | undefined
  children: ComponentChildren
}) => <span class={names('onroll-badge', `onroll-badge--${tone}`)}>{children}</span>
