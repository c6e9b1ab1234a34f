import { oneLine } from './plain-text.ts'

const yes = ['y', 'yes', 'true', 't', '1', 'x', '✓', '✔']
const no = ['n', 'no', 'false', 'f', '0']

/** Reads what people put in a yes-or-no column. An empty cell is not an answer. */
export function asYesNo(typed: string): boolean | undefined {
  const text = oneLine(typed).toLowerCase()
  if (yes.includes(text)) return true
  return no.includes(text) ? false : undefined
}
