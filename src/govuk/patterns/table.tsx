import type { ComponentChildren } from 'preact'
import { names, type Options, present } from '../attributes.ts'
import { type Cell, GovukTable, optionsOf, type TableProps } from '../base/table.tsx'

type ResponsiveTableProps = Omit<TableProps, 'caption'> &
  Options<{
    caption: string
    /** Leaves the caption to people who hear the page, where a heading already says it. */
    captionHidden?: boolean
    /** What a narrow page calls each cell, where the head is more than plain words. */
    labels?: readonly string[]
    /** Shown in place of a table without rows. */
    empty?: ComponentChildren
  }>

/**
 * GOV.UK's table. Where there is too little room for its columns (on a phone, or enlarged four times), each row becomes
 * a card whose cells carry the words of their columns; the stylesheet does it, so that nothing ever scrolls sideways.
 */
export function Table({ captionHidden, empty, labels, ...props }: ResponsiveTableProps) {
  if (empty !== undefined && present(props.rows).length === 0)
    return <p class="govuk-body">{empty}</p>
  return (
    <div class={names('onroll-table', (props.head?.length ?? 0) > 5 && 'onroll-table--wide')}>
      <GovukTable
        {...props}
        captionClasses={
          captionHidden
            ? 'govuk-visually-hidden'
            : (props.captionClasses ?? 'govuk-table__caption--m')
        }
        classes={names('onroll-cards', props.classes)}
        attributes={{ role: 'table', ...props.attributes }}
        rows={labelled(labels ?? props.head?.map(wordsOf) ?? [], props.rows)}
      />
    </div>
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
