import type { ComponentChildren } from 'preact'
import { names, type Options } from '../attributes.ts'

export type AlertKind = 'information' | 'success' | 'warning' | 'error'

const words: Record<AlertKind, string> = {
  information: 'Information',
  success: 'Success',
  warning: 'Warning',
  error: 'Error',
}

/** Something that a reader of this page should know, in its place. The kind is said, not only coloured. */
export const Alert = ({
  kind,
  title,
  children,
}: Options<{ kind: AlertKind; title?: string; children: ComponentChildren }>) => (
  <section
    class={names('onroll-alert', `onroll-alert--${kind}`)}
    aria-label={title ? `${words[kind]}: ${title}` : words[kind]}
  >
    <span class="onroll-alert__kind">{words[kind]}</span>
    <div class="onroll-alert__content">
      {title && <p class="onroll-alert__title">{title}</p>}
      {typeof children === 'string' ? <p class="govuk-body">{children}</p> : children}
    </div>
  </section>
)
