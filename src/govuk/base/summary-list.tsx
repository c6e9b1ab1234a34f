import type { ComponentChildren } from 'preact'
import { type Attributes, attrs, names, type Options, present } from '../attributes.ts'

export type SummaryAction = Options<{
  href: string
  children: ComponentChildren
  /** What is changed, for people who hear the link out of its row: “Change <name>”. */
  visuallyHiddenText?: string
  classes?: string
  attributes?: Attributes
}>

export type SummaryRow = Options<{
  key: ComponentChildren
  keyClasses?: string
  value: ComponentChildren
  valueClasses?: string
  actions?: readonly SummaryAction[]
  actionsClasses?: string
  classes?: string
}>

export type SummaryCardProps = Options<{
  title?: ComponentChildren
  titleClasses?: string
  headingLevel?: number
  actions?: readonly SummaryAction[]
  actionsClasses?: string
  classes?: string
  attributes?: Attributes
}>

export type SummaryListProps = Options<{
  rows: readonly (SummaryRow | null | undefined | false)[]
  /** Puts the list in a card with a title and actions of its own. */
  card?: SummaryCardProps
  classes?: string
  attributes?: Attributes
}>

export function SummaryList({ card, classes, attributes, ...props }: SummaryListProps) {
  const rows = present(props.rows)
  const someHaveActions = rows.some(row => row.actions?.length)
  const list = (
    <dl class={names('govuk-summary-list', classes)} {...attrs(attributes)}>
      {rows.map(row => (
        <div
          class={names(
            'govuk-summary-list__row',
            someHaveActions && !row.actions && 'govuk-summary-list__row--no-actions',
            row.classes,
          )}
        >
          <dt class={names('govuk-summary-list__key', row.keyClasses)}>{row.key}</dt>
          <dd class={names('govuk-summary-list__value', row.valueClasses)}>{row.value}</dd>
          <RowActions row={row} cardTitle={card?.title} />
        </div>
      ))}
    </dl>
  )
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list
}

/** A card with a title around anything. */
export function SummaryCard({
  children,
  ...card
}: SummaryCardProps & { children: ComponentChildren }) {
  const Heading = `h${card.headingLevel || 2}` as 'h2'
  return (
    <div class={names('govuk-summary-card', card.classes)} {...attrs(card.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title !== undefined && (
          <Heading class={names('govuk-summary-card__title', card.titleClasses)}>
            {card.title}
          </Heading>
        )}
        <CardActions {...card} />
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

function RowActions({ row, cardTitle }: { row: SummaryRow; cardTitle: ComponentChildren }) {
  const [only, ...more] = row.actions ?? []
  if (!only) return null
  return (
    <dd class={names('govuk-summary-list__actions', row.actionsClasses)}>
      {more.length === 0 ? (
        <ActionLink action={only} cardTitle={cardTitle} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {row.actions?.map(action => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

function CardActions({ title, actions, actionsClasses }: SummaryCardProps) {
  const [only, ...more] = actions ?? []
  if (!only) return null
  const classes = names('govuk-summary-card__actions', actionsClasses)
  if (more.length === 0)
    return (
      <div class={classes}>
        <ActionLink action={only} cardTitle={title} />
      </div>
    )
  return (
    <ul class={classes}>
      {actions?.map(action => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} cardTitle={title} />
        </li>
      ))}
    </ul>
  )
}

const ActionLink = ({
  action: { href, children, visuallyHiddenText, classes, attributes },
  cardTitle,
}: {
  action: SummaryAction
  cardTitle: ComponentChildren
}) => (
  <a class={names('govuk-link', classes)} href={href} {...attrs(attributes)}>
    {children}
    {(visuallyHiddenText || cardTitle) && (
      <span class="govuk-visually-hidden">
        {visuallyHiddenText && ` ${visuallyHiddenText}`}
        {cardTitle && <> ({cardTitle})</>}
      </span>
    )}
  </a>
)
