// What a spreadsheet program passes over before it looks for the sign that makes a formula.
const passedOver = '[\\s\\p{Cf}\\p{Zs}"“”]'
const opensFormula = '[=+\\-@|\\t\\r\\n\\0＝＋－＠｜]'
const risky = new RegExp(`^(?:[\\t\\r\\n\\0]|${passedOver}*${opensFormula})`, 'u')
const plainNumber = /^-?\d{1,15}(\.\d{1,10})?$/
const phoneNumber = /^\+\d[\d ]{5,18}\d$/

export const isPlainNumber = (text: string): boolean => plainNumber.test(text)

export type CellKind = 'text' | 'number' | 'phone'

/**
 * A cell that no spreadsheet program will take for a formula: whatever could start one gets an apostrophe before it.
 * A number or a telephone number stays as it is in a column that holds nothing else.
 */
export function guardedCell(text: string, kind: CellKind = 'text'): string {
  if (kind === 'number' && isPlainNumber(text)) return text
  if (kind === 'phone' && phoneNumber.test(text)) return text
  return couldBeFormula(text) ? `'${text}` : text
}

/** The text before it was guarded: a file that we wrote can be read back. */
export const asExported = (cell: string): string =>
  cell.startsWith("'") && couldBeFormula(cell.slice(1)) ? cell.slice(1) : cell

// Apostrophes of its own do not hide a formula: `'=A1` gets one more, so that taking one away gives it back exactly.
const couldBeFormula = (text: string) => risky.test(text.replace(/^'+/, ''))
