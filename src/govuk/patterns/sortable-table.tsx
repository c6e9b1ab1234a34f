import type { ComponentChildren } from 'preact'
import type { Options } from '../attributes.ts'
import type { Cell } from '../base/table.tsx'
import { Table } from './table.tsx'

export type Direction = 'ascending' | 'descending'
export interface Sort<Key extends string = string> {
  readonly key: Key
  readonly direction: Direction
}

export type Column<Key extends string = string> = Options<{
  /** A column without a key cannot be sorted by. */
  key?: Key
  text: string
  format?: 'numeric'
  /** The direction that a first click sorts in; a date is mostly wanted newest first. */
  first?: Direction
}>

/** A table that the server sorts: each heading is a link to the same page in another order. */
export const SortableTable = <Key extends string>({
  columns,
  sort,
  href,
  ...table
}: Options<{
  caption: string
  captionHidden?: boolean
  columns: readonly Column<Key>[]
  sort?: Sort<Key>
  href: (sort: Sort<Key>) => string
  rows: readonly (readonly Cell[] | null | undefined | false)[]
  firstCellIsHeader?: boolean
  empty?: ComponentChildren
}>) => (
  <Table
    {...table}
    labels={columns.map(({ text }) => text)}
    head={columns.map(column => headCell(column, sort, href))}
  />
)

function headCell<Key extends string>(
  { key, text, format, first = 'ascending' }: Column<Key>,
  sort: Sort<Key> | undefined,
  href: (sort: Sort<Key>) => string,
): Cell {
  if (key === undefined) return { children: text, format }
  const now = sort?.key === key ? sort.direction : undefined
  return {
    format,
    classes: 'onroll-sortable',
    attributes: { 'aria-sort': now ?? 'none' },
    children: (
      <a class="govuk-link onroll-sortable__link" href={href({ key, direction: next(now, first) })}>
        {text}
        <span class="onroll-sortable__arrow" aria-hidden="true">
          {noBreak + (now === undefined ? '↕' : now === 'ascending' ? '↑' : '↓')}
        </span>
      </a>
    ),
  }
}

/** Keeps the arrow on the line of the last word. */
const noBreak = '\u00a0'

function next(now: Direction | undefined, first: Direction): Direction {
  if (now === undefined) return first
  return now === 'ascending' ? 'descending' : 'ascending'
}
