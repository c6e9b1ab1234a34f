import { read, type WorkBook } from '@e965/xlsx'
import { columnLetter } from './assemble-table.ts'
import { type Part, unpack, zipOf } from './unpack.ts'
import { damagedWorkbook, UnreadableFile } from './unreadable-file.ts'
import { cellText } from './workbook-cell.ts'
import { zipDirectory } from './zip-directory.ts'

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

// Pictures, drawings, embedded files and what hangs on them are never unpacked: no table is in them.
const notNeeded =
  /^(customXml|xl\/(media|embeddings|drawings|charts|printerSettings|activeX|ctrlProps|worksheets\/_rels)\/|.*\.(bin|vml)$)/i

/** Every sheet of the workbook as text. Runs in its own thread: a large workbook takes seconds. */
export function parseWorkbook(bytes: Buffer): Sheet[] {
  const entries = zipDirectory(bytes)
  const has = (name: string) => entries.some(entry => entry.name.toLowerCase() === name)
  if (has('xl/vbaproject.bin'))
    throw new UnreadableFile(
      'Workbooks with macros are not accepted. In Excel choose Save as, Excel workbook (.xlsx), and upload that',
    )
  if (!has('xl/workbook.xml') || !has('[content_types].xml'))
    throw new UnreadableFile(
      'This is not an Excel workbook. Save the table as an Excel workbook (.xlsx) or as CSV and upload that',
    )
  const parts = unpack(
    bytes,
    entries.filter(entry => !notNeeded.test(entry.name)),
  )
  refuseUncalculated(parts)
  return sheetsOf(readParts(parts))
}

function readParts(parts: readonly Part[]): WorkBook {
  try {
    return read(zipOf(parts), {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      sheetStubs: true,
    })
  } catch {
    throw damagedWorkbook()
  }
}

function sheetsOf(workbook: WorkBook): Sheet[] {
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true
  return workbook.SheetNames.map((name, place) => ({
    name,
    hidden: (workbook.Workbook?.Sheets?.[place]?.Hidden ?? 0) !== 0,
    rows: rowsOf(name, workbook.Sheets[name]?.['!data'] ?? [], from1904),
  }))
}

type Data = NonNullable<WorkBook['Sheets'][string]['!data']>

function rowsOf(sheet: string, data: Data, from1904: boolean): Sheet['rows'] {
  const rows: Sheet['rows'][number][] = []
  // forEach passes over the gaps: the last row of an almost empty sheet may have the number 1,048,576.
  data.forEach((row, index) => {
    const cells: string[] = []
    row?.forEach((cell, column) => {
      try {
        const text = cell ? cellText(cell, from1904) : ''
        if (text !== '') cells[column] = text
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error
        throw new UnreadableFile(
          `Cell ${columnLetter(column)}${index + 1} of “${sheet}” ${error.message}. Mend it in Excel, save and upload again`,
        )
      }
    })
    if (cells.length > 0)
      rows.push({ number: index + 1, cells: Array.from(cells, text => text ?? '') })
  })
  return rows
}

// Programs that write a workbook without Excel leave the result of a formula out, and it would be read as nought.
function refuseUncalculated(parts: readonly Part[]) {
  if (parts.some(part => part.name.includes('worksheets/') && part.content.includes('</f></c>')))
    throw new UnreadableFile(
      'The workbook has formulas that were never worked out. Open it in Excel, save it and upload it again',
    )
}
