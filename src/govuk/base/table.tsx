import { type ComponentChildren, isValidElement } from 'preact'
import { type Attributes, attrs, names, type Options, present } from '../attributes.ts'

export type CellOptions = Options<{
  children: ComponentChildren
  format?: string
  classes?: string
  colspan?: number
  rowspan?: number
  attributes?: Attributes
}>
/** What a cell shows, or that with GOV.UK's options. */
export type Cell = CellOptions | string | number | ComponentChildren

export type TableProps = Options<{
  caption?: string
  captionClasses?: string
  head?: readonly Cell[]
  rows: readonly (readonly Cell[] | null | undefined | false)[]
  firstCellIsHeader?: boolean
  classes?: string
  attributes?: Attributes
}>

export const GovukTable = (props: TableProps) => (
  <table class={names('govuk-table', props.classes)} {...attrs(props.attributes)}>
    {props.caption && (
      <caption class={names('govuk-table__caption', props.captionClasses)}>{props.caption}</caption>
    )}
    {props.head && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {props.head.map(cell => (
            <HeadCell {...optionsOf(cell)} />
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {present(props.rows).map(row => (
        <tr class="govuk-table__row">
          {row.map((cell, n) =>
            n === 0 && props.firstCellIsHeader ? (
              <RowHeader {...optionsOf(cell)} />
            ) : (
              <BodyCell {...optionsOf(cell)} />
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)

export const optionsOf = (cell: Cell): CellOptions =>
  typeof cell === 'object' && cell !== null && !isValidElement(cell) && 'children' in cell
    ? (cell as CellOptions)
    : { children: cell }

const spans = ({ colspan, rowspan, attributes }: CellOptions) => ({
  colspan: colspan || undefined,
  rowspan: rowspan || undefined,
  ...attrs(attributes),
})

const HeadCell = ({ children, format, classes, ...rest }: CellOptions) => (
  <th
    scope="col"
    class={names('govuk-table__header', format && `govuk-table__header--${format}`, classes)}
    {...spans({ children, ...rest })}
  >
    {children}
  </th>
)

const RowHeader = ({ children, classes, ...rest }: CellOptions) => (
  <th scope="row" class={names('govuk-table__header', classes)} {...spans({ children, ...rest })}>
    {children}
  </th>
)

const BodyCell = ({ children, format, classes, ...rest }: CellOptions) => (
  <td
    class={names('govuk-table__cell', format && `govuk-table__cell--${format}`, classes)}
    {...spans({ children, ...rest })}
  >
    {children}
  </td>
)
