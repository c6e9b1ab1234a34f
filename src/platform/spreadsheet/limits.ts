import { UnreadableFile } from './unreadable-file.ts'

/** How much of a file we are ready to read. */
export interface Limits {
  readonly bytes: number
  readonly rows: number
  readonly columns: number
}

const megabyte = 1_000_000

/** A school's own spreadsheet. */
export const uploadLimits: Limits = { bytes: 20 * megabyte, rows: 50_000, columns: 300 }

/** A national extract, read by the authority's own staff: every school in England, or a postcode area. */
export const extractLimits: Limits = { bytes: 200 * megabyte, rows: 400_000, columns: 300 }

export function refuseTooManyBytes(bytes: Uint8Array, limits: Limits) {
  if (bytes.length > limits.bytes)
    throw new UnreadableFile(
      `The file must be smaller than ${limits.bytes / megabyte}MB. Split it, or delete the sheets and columns that are not needed`,
    )
}

export const tooManyRows = ({ rows }: Limits) =>
  new UnreadableFile(
    `The file has more than ${rows.toLocaleString('en-GB')} rows. Split it into smaller files`,
  )

export const tooManyColumns = ({ columns }: Limits) =>
  new UnreadableFile(`The file has more than ${columns} columns. Delete those that are not needed`)
