/** A sheet of a file as its reader sees it: headings, and rows that keep the number they have in the file. */
export interface Table {
  readonly sheet: string
  readonly headers: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** The number that a spreadsheet program shows beside the row; the headings are usually row 1. */
  readonly number: number
  /** Text under each heading. Every heading has its cell, if only an empty one. */
  readonly cells: Readonly<Record<string, string>>
}

/** What is wrong with one cell or row, in words that say how to mend it. */
export interface RowProblem {
  readonly row: number
  readonly column?: string
  readonly problem: string
}
