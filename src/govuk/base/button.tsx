import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'

export type ButtonProps = Options<{
  children?: ComponentChildren
  variant?: 'secondary' | 'warning' | 'inverse'
  classes?: string
  /** Makes it a link that looks like a button: for going somewhere, never for changing anything. */
  href?: string
  type?: 'submit' | 'button' | 'reset'
  id?: string
  name?: string
  value?: string
  disabled?: boolean
  preventDoubleClick?: boolean
  isStartButton?: boolean
  attributes?: Attributes
}>

export function Button({ children, variant, classes, href, isStartButton, ...props }: ButtonProps) {
  const common = {
    class: names(
      'govuk-button',
      variant && `govuk-button--${variant}`,
      classes,
      isStartButton && 'govuk-button--start',
    ),
    'data-module': 'govuk-button',
    id: props.id || undefined,
    ...attrs(props.attributes),
  }
  const content = (
    <>
      {/* A start button is a flexbox, which would swallow the spaces between its elements. */}
      {isStartButton && typeof children !== 'string' ? <span>{children}</span> : children}
      {isStartButton && <StartIcon />}
    </>
  )
  if (href)
    return (
      <a href={href} {...likeButton} {...common}>
        {content}
      </a>
    )
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick?.toString()}
      {...common}
    >
      {content}
    </button>
  )
}

const likeButton = { role: 'button', draggable: false } as const

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

/** Buttons and links side by side, stacked on a phone. */
export const ButtonGroup = ({ children }: { children: ComponentChildren }) => (
  <div class="govuk-button-group">{children}</div>
)
