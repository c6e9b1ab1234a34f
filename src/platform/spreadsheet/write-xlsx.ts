import { type CellObject, utils, write } from '@e965/xlsx'
import { isPlainNumber } from './cell-guard.ts'
import type { ExportColumn } from './write-csv.ts'

const longestCell = 32_767
const cut = '… (cut: too long for Excel)'

/** The rows as an Excel workbook of one sheet. Every text is a typed string, so that none can be a formula. */
export function writeXlsx<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: readonly Row[],
  sheetName = 'Sheet1',
): Uint8Array {
  const cells = [
    columns.map(column => textCell(column.heading)),
    ...rows.map(row => columns.map(({ value, kind }) => cellOf(value(row), kind))),
  ]
  const sheet = utils.aoa_to_sheet<CellObject | null>(cells, { dense: true })
  sheet['!cols'] = columns.map((_, place) => ({ wch: widthOf(cells, place) }))
  if (sheet['!ref']) sheet['!autofilter'] = { ref: sheet['!ref'] }
  const workbook = utils.book_new(sheet, sheetNameOf(sheetName))
  return new Uint8Array(
    write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }),
  )
}

function cellOf(value: string | number | null | undefined, kind: ExportColumn<never>['kind']) {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'number' || (kind === 'number' && isPlainNumber(value)))
    return { t: 'n', v: Number(value) } satisfies CellObject
  return textCell(String(value))
}

function textCell(text: string): CellObject {
  const clean = text.toWellFormed().replace(unwritable, '').replace(escapeLike, '_x005F_')
  const fitting =
    clean.length > longestCell ? clean.slice(0, longestCell - cut.length) + cut : clean
  return { t: 's', v: fitting, z: '@' }
}

// Excel reads `_x0041_` as the letter A: the escape of its underscore keeps it as it was typed.
const escapeLike = /_(?=x[0-9a-f]{4}_)/gi

// XML cannot hold them at all.
const unwritable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu

function widthOf(cells: readonly (readonly (CellObject | null)[])[], place: number): number {
  const longest = cells.slice(0, 200).reduce((width, row) => {
    return Math.max(width, String(row[place]?.v ?? '').length)
  }, 8)
  return Math.min(longest + 2, 60)
}

// Excel refuses these signs and anything over 31 letters.
const sheetNameOf = (name: string) =>
  name
    .replace(/[\\/?*[\]:']/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet1'
