import { type Options, stringify } from 'csv-stringify/sync'
import { type CellKind, guardedCell } from './cell-guard.ts'

/** One column of an export: what stands above it, what stands in it, and whether that is ever anything but text. */
export interface ExportColumn<Row> {
  readonly heading: string
  readonly value: (row: Row) => string | number | null | undefined
  readonly kind?: CellKind
}

/** The rows as CSV with a byte order mark, without which Excel takes accents for Windows-1252. Every cell is quoted and guarded. */
export const writeCsv = <Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): string =>
  stringify([headingsOf(columns), ...rows.map(row => columns.map(cellOf(row)))], {
    ...style,
    bom: true,
  })

const style: Options = { quoted: true, quoted_empty: true, record_delimiter: 'windows' }

const headingsOf = <Row>(columns: readonly ExportColumn<Row>[]) =>
  columns.map(column => guardedCell(column.heading))

const cellOf =
  <Row>(row: Row) =>
  ({ value, kind }: ExportColumn<Row>) =>
    guardedCell(String(value(row) ?? ''), kind)

/** As `writeCsv`, a piece at a time, for more rows than the memory should hold. */
export async function* streamCsv<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<string> {
  yield writeCsv(columns, [])
  for await (const row of rows) yield stringify([columns.map(cellOf(row))], style)
}
