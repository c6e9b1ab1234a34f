import { severalLines } from '#domain/plain-text.ts'
import type { Table, TableRow } from '#domain/table.ts'
import { type Limits, tooManyColumns, tooManyRows } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

export interface Assembly {
  readonly sheet: string
  readonly limits: Limits
  /** In a text file a missing cell means a broken row; in a workbook it is only an empty cell. */
  readonly shortRowsAreBroken: boolean
  /** Headings whose cells are kept; all of them unless said. Wide national files would fill the memory. */
  readonly keep?: ((heading: string) => boolean) | undefined
}

/** Builds a table row by row: the first row with anything in it holds the headings, empty rows are passed over. */
export function assembleTable({ sheet, limits, shortRowsAreBroken, keep }: Assembly) {
  let headings: readonly Heading[] | undefined
  let width = 0
  const rows: TableRow[] = []

  return {
    add(number: number, raw: readonly string[]) {
      const cells = raw.map(cleanCell)
      if (cells.every(cell => cell === '')) return
      if (!headings) {
        if (cells.length > limits.columns) throw tooManyColumns(limits)
        headings = headingsIn(cells)
        width = cells.length
        return
      }
      refuseCellsWithoutHeading(number, cells, headings, width)
      if (shortRowsAreBroken && cells.length < (headings.at(-1)?.place ?? 0) + 1)
        throw raggedRow(number, cells.length, width)
      if (rows.length === limits.rows) throw tooManyRows(limits)
      rows.push({ number, cells: cellsUnder(headings, cells, keep) })
    },
    finish(): Table {
      if (!headings) throw new UnreadableFile(`There is nothing in “${sheet}”`)
      if (rows.length === 0)
        throw new UnreadableFile(`“${sheet}” has headings but no rows under them`)
      return { sheet, headers: headings.map(heading => heading.text), rows }
    },
  }
}

interface Heading {
  readonly text: string
  readonly place: number
}

function headingsIn(cells: readonly string[]): Heading[] {
  const headings = cells
    .map((text, place) => ({ text: text.replace(/\s+/g, ' '), place }))
    .filter(heading => heading.text !== '')
  const seen = new Map<string, number>()
  for (const { text, place } of headings) {
    const first = seen.get(text.toLowerCase())
    if (first !== undefined)
      throw new UnreadableFile(
        `Two columns have the heading “${text}” (${columnLetter(first)} and ${columnLetter(place)}). Rename or delete one`,
      )
    seen.set(text.toLowerCase(), place)
  }
  return headings
}

function refuseCellsWithoutHeading(
  number: number,
  cells: readonly string[],
  headings: readonly Heading[],
  width: number,
) {
  const headed = new Set(headings.map(heading => heading.place))
  const place = cells.findIndex((cell, index) => cell !== '' && !headed.has(index))
  if (place === -1) return
  if (place >= width) throw raggedRow(number, cells.length, width)
  throw new UnreadableFile(
    `Row ${number} has “${shortened(cells[place] ?? '')}” in column ${columnLetter(place)}, which has no heading. Give the column a heading or delete it`,
  )
}

const raggedRow = (number: number, found: number, expected: number) =>
  new UnreadableFile(
    `Row ${number} has ${found} cells where the headings have ${expected}. A comma, a line break or a quotation mark may have split it. Mend the row, or save the file as an Excel workbook (.xlsx) and upload that`,
  )

// Without a prototype, so that a column called `constructor` or `__proto__` is a column like any other.
function cellsUnder(
  headings: readonly Heading[],
  cells: readonly string[],
  keep: Assembly['keep'],
): Record<string, string> {
  const under: Record<string, string> = Object.create(null)
  for (const { text, place } of headings) if (!keep || keep(text)) under[text] = cells[place] ?? ''
  return under
}

// Most cells are plain short words: the full cleaning is for the rest.
const cleanCell = (text: string) =>
  /^[!-~]+(?: [!-~]+)*$|^$/.test(text) ? text : severalLines(text)

const shortened = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

/** A, B … Z, AA, AB: as spreadsheet programs name columns. */
export function columnLetter(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : columnLetter(Math.floor(place / 26) - 1) + last
}
