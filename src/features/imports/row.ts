/** What is wrong with one cell or row, and how to mend it. */
export interface CellProblem {
  readonly column?: string
  readonly problem: string
}

export interface Difference {
  readonly what: string
  readonly from: string
  readonly to: string
}

/** What a row of the file would do, before anything is written. */
export interface Judged {
  readonly number: number
  readonly action: 'add' | 'change' | 'nothing'
  readonly childId: string | null
  readonly problems: readonly CellProblem[]
  readonly warnings: readonly CellProblem[]
  readonly changes: readonly Difference[]
  readonly writes: readonly Write[]
  /** Headings whose cells must not even lie among the staged rows. */
  readonly blank: readonly string[]
}

export type Value = string | number | boolean | null | readonly string[]
export type WrittenTable =
  | 'child'
  | 'enrolment'
  | 'child_address'
  | 'contact'
  | 'special_needs'
  | 'care_status'

/** One row that the import adds, or one that it changes, with what stood there. */
export type Write =
  | {
      readonly table: WrittenTable
      readonly id: string
      readonly add: Readonly<Record<string, Value>>
    }
  | {
      readonly table: WrittenTable
      readonly id: string
      readonly version: number
      readonly change: Readonly<Record<string, Value>>
      readonly before: Readonly<Record<string, Value>>
    }

/** A cell under the column that a field was matched to: nothing when there is no such column, null when it is empty. */
export function cellsReader(
  cells: Readonly<Record<string, string>>,
  columns: Readonly<Record<string, string>>,
) {
  const problems: CellProblem[] = []
  const raw = (field: string): string | null | undefined => {
    const header = columns[field]
    if (header === undefined) return undefined
    return cells[header]?.trim() || null
  }
  const wrong = (field: string, problem: string) => {
    const column = columns[field]
    problems.push(column === undefined ? { problem } : { column, problem })
  }
  /** The cell’s meaning, or null with a problem noted when it has none. */
  const read = <T extends Value>(
    field: string,
    mean: (text: string) => T | undefined,
    why: (text: string) => string,
  ): T | null | undefined => {
    const text = raw(field)
    if (text === undefined || text === null) return text
    const value = mean(text)
    if (value !== undefined) return value
    wrong(field, why(text))
    return null
  }
  return { raw, wrong, read, problems }
}
export type CellsReader = ReturnType<typeof cellsReader>

export const quoted = (text: string) => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
