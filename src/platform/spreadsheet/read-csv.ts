import { setImmediate as breathe } from 'node:timers/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import type { Table } from '#domain/table.ts'
import { type Assembly, assembleTable } from './assemble-table.ts'
import { asExported } from './cell-guard.ts'
import { decodeText } from './decode-text.ts'
import { tooManyRows } from './limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

// Small enough that other people's requests are answered between two pieces.
const pieceLength = 100_000

export async function readCsv(
  bytes: Uint8Array,
  assembly: Omit<Assembly, 'shortRowsAreBroken'>,
): Promise<Table> {
  const { text, delimiter, firstRow } = withoutSeparatorLine(decodeText(bytes))
  const table = assembleTable({ ...assembly, shortRowsAreBroken: true })
  const parser = parse({
    delimiter,
    // Files that went through several hands have several kinds of line ends.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: 1_000_000,
    // Blank lines at the end of a broken file are not worth a memory of their own.
    on_record: (record: string[], { records }) => {
      if (records > assembly.limits.rows * 2 + 100) throw tooManyRows(assembly.limits)
      table.add(records + firstRow - 1, record.map(asExported))
      return null
    },
  } satisfies Options)
  const finished = new Promise<void>((resolve, reject) => {
    parser.on('end', resolve).on('error', reject).resume()
  })
  finished.catch(() => undefined)
  try {
    for (let start = 0; start < text.length && !parser.destroyed; start += pieceLength) {
      parser.write(text.slice(start, start + pieceLength))
      await breathe()
    }
    if (!parser.destroyed) parser.end()
    await finished
  } catch (error) {
    throw error instanceof CsvError ? inPlainWords(error) : error
  }
  return table.finish()
}

// Excel reads a first line `sep=;` as a word to itself, and counts it as a row all the same.
function withoutSeparatorLine(text: string) {
  const [line = '', separator] = /^sep=([,;\t])\r?\n/i.exec(text) ?? []
  const rest = text.slice(line.length)
  return { text: rest, delimiter: separator ?? likelyDelimiter(rest), firstRow: line ? 2 : 1 }
}

/** The sign that parts the headings: what is inside quotation marks does not count. */
function likelyDelimiter(text: string): string {
  const firstLine = text
    .slice(0, 20_000)
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split(/[\r\n]/, 1)[0]
  const count = (sign: string) => (firstLine ?? '').split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function inPlainWords(error: CsvError): UnreadableFile {
  const { records, lines } = error as CsvError & { records?: number; lines?: number }
  const where = `Near row ${(records ?? 0) + 1} (line ${lines ?? 1})`
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new UnreadableFile(
      `${where} there is a row of over a million characters. A quotation mark may be missing`,
    )
  return new UnreadableFile(
    `${where} the quotation marks do not match. Mend the row, or save the file as an Excel workbook (.xlsx) and upload that`,
  )
}
