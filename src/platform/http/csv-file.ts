import { type ExportColumn, writeCsv } from '../spreadsheet/write-csv.ts'

/** More than fifty children leave only with somebody’s leave (access matrix, row 28): a file has no more than these. */
export const mostInAFile = 50

/** The rows as a CSV file of this name, for the reader to keep. */
export const csvFile = <Row>(
  name: string,
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
): Response =>
  new Response(writeCsv(columns, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    },
  })
