import { isIsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import type { Parameter } from '#rules/parameter.ts'
import { choicesOf } from './choice-words.ts'

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  trailingZeroDisplay: 'stripIfInteger',
})

type Said = Pick<Parameter, 'id' | 'unit'>

/** A value of a parameter as people say it: pounds for pence, yes or no for a switch. */
export function valueInWords(parameter: Said, value: unknown): string {
  const { unit } = parameter
  if (value === null || value === undefined) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number')
    return isMoney({ unit }) ? pounds.format(value / 100) : value.toLocaleString('en-GB')
  const words = String(value)
  const choice = choicesOf(parameter)[words]
  if (choice) return choice
  if (isDayOfYear(words)) return dayOfYear.format(new Date(`2000-${words}`))
  return isIsoDate(words) ? dayInWords(words) : words.replaceAll('-', ' ')
}

/** The value with what it counts, where the value alone does not say it. */
export const valueWithUnit = (parameter: Said, value: unknown): string =>
  Object.keys(choicesOf(parameter)).length > 0 || isDayOfYear(String(value))
    ? valueInWords(parameter, value)
    : `${valueInWords(parameter, value)} (${unitInWords(parameter)})`

const isDayOfYear = (words: string) => /^\d\d-\d\d$/.test(words)
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })

export const isMoney = ({ unit }: Pick<Parameter, 'unit'>): boolean => unit.startsWith('pence')

/** The unit without what the value says already: “pence a year” is said in pounds. */
export const unitInWords = ({ unit }: Pick<Parameter, 'unit'>): string =>
  isMoney({ unit }) ? unit.replace(/^pence/, 'pounds') : unit
