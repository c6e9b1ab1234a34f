import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options } from '../attributes.ts'
import { Button } from './button.tsx'

export type PanelAction = Options<{
  children: ComponentChildren
  href?: string
  type?: 'submit' | 'button' | 'reset'
  classes?: string
  attributes?: Attributes
}>

export type PanelProps = Options<{
  title: ComponentChildren
  headingLevel?: number
  /** Blue, and with actions: to make somebody stop and think. */
  interruption?: boolean
  actions?: readonly PanelAction[]
  actionsClasses?: string
  actionsAttributes?: Attributes
  classes?: string
  attributes?: Attributes
  children?: ComponentChildren
}>

/** The confirmation at the end of a task, or an interruption in the middle of one. */
export function Panel({ title, children, interruption, ...props }: PanelProps) {
  const Heading = `h${props.headingLevel || 1}` as 'h1'
  return (
    <div
      class={names(
        'govuk-panel',
        interruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation',
        props.classes,
      )}
      {...attrs(props.attributes)}
    >
      <Heading class="govuk-panel__title">{title}</Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
      {interruption && props.actions && (
        <div
          class={names('govuk-panel__actions', props.actionsClasses)}
          {...attrs(props.actionsAttributes)}
        >
          {props.actions.length > 0 && (
            <div class="govuk-button-group">
              {props.actions.map(action => (
                <ActionElement {...action} />
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  )
}

const ActionElement = ({ children, href, type, classes, attributes }: PanelAction) =>
  href && type !== 'button' ? (
    <a class={names('govuk-link govuk-link--inverse', classes)} href={href} {...attrs(attributes)}>
      {children}
    </a>
  ) : (
    <Button
      variant="inverse"
      type={type ?? 'button'}
      href={href}
      classes={classes}
      attributes={attributes}
    >
      {children}
    </Button>
  )
