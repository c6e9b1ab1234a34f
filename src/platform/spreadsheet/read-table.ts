import type { Table } from '#domain/table.ts'
import { fileKind } from './file-kind.ts'
import { type Limits, refuseTooManyBytes, uploadLimits } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'

export interface ReadTable extends Table {
  /** Other sheets of the workbook that hold something and were not read: the user should be told. */
  readonly otherSheets: readonly string[]
}

export interface ReadOptions {
  readonly limits?: Limits
  /** Headings whose cells are kept; all of them unless said. */
  readonly keep?: (heading: string) => boolean
}

/** Reads an uploaded CSV file or Excel workbook. Throws `UnreadableFile` with a sentence for the user. */
export async function readTable(
  bytes: Uint8Array,
  fileName: string,
  { limits = uploadLimits, keep }: ReadOptions = {},
): Promise<ReadTable> {
  refuseTooManyBytes(bytes, limits)
  if (fileKind(bytes, fileName) === 'csv')
    return { ...(await readCsv(bytes, { sheet: fileName, limits, keep })), otherSheets: [] }
  const { table, otherSheets } = await readWorkbook(bytes, { limits, keep })
  return { ...table, otherSheets }
}
