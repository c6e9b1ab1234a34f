import type { ComponentChildren } from 'preact'
import { names, type Options, present } from '../attributes.ts'
import { type Cell, GovukTable, optionsOf, type TableProps } from '../base/table.tsx'

type ResponsiveTableProps = Omit<TableProps, 'caption'> &
  Options<{
    caption: string
    /** Leaves the caption to people who hear the page, where a heading already says it. */
    captionHidden?: boolean
    /** On a phone: scroll sideways in its own box, or every row a card. */
    narrow?: 'scroll' | 'cards'
    /** What cards call each cell, where the head is more than plain words. */
    labels?: readonly string[]
    /** Shown in place of a table without rows. */
    empty?: ComponentChildren
  }>

/** GOV.UK's table, made to fit a phone. */
export function Table({
  narrow = 'scroll',
  captionHidden,
  empty,
  labels,
  ...props
}: ResponsiveTableProps) {
  if (empty !== undefined && present(props.rows).length === 0)
    return <p class="govuk-body">{empty}</p>
  const captionClasses = captionHidden
    ? 'govuk-visually-hidden'
    : (props.captionClasses ?? 'govuk-table__caption--m')
  if (narrow === 'cards')
    return (
      <GovukTable
        {...props}
        captionClasses={captionClasses}
        classes={names('onroll-cards-table', props.classes)}
        attributes={{ role: 'table', ...props.attributes }}
        rows={labelled(labels ?? props.head?.map(wordsOf) ?? [], props.rows)}
      />
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="onroll-scroll" tabIndex={0} aria-label={props.caption}>
      <GovukTable {...props} captionClasses={captionClasses} />
    </section>
  )
}

/** Each cell carries its column's words, which the stylesheet shows once the head is gone. */
const labelled = (labels: readonly string[], rows: TableProps['rows']): TableProps['rows'] =>
  present(rows).map(row =>
    row.map((cell, n) => {
      const options = optionsOf(cell)
      const label = labels[n]
      return {
        ...options,
        attributes: { ...(label ? { 'data-label': label } : {}), ...options.attributes },
      }
    }),
  )

const wordsOf = (cell: Cell): string => {
  const { children } = optionsOf(cell)
  return typeof children === 'string' || typeof children === 'number' ? String(children) : ''
}
