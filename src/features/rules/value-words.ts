import { isIsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import type { Parameter } from '#rules/parameter.ts'

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  trailingZeroDisplay: 'stripIfInteger',
})

/** A value of a parameter as people say it: pounds for pence, yes or no for a switch. */
export function valueInWords({ unit }: Pick<Parameter, 'unit'>, value: unknown): string {
  if (value === null || value === undefined) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number')
    return isMoney({ unit }) ? pounds.format(value / 100) : value.toLocaleString('en-GB')
  const words = String(value)
  return isIsoDate(words) ? dayInWords(words) : words.replaceAll('-', ' ')
}

export const isMoney = ({ unit }: Pick<Parameter, 'unit'>): boolean => unit.startsWith('pence')

/** The unit without what the value says already: “pence a year” is said in pounds. */
export const unitInWords = ({ unit }: Pick<Parameter, 'unit'>): string =>
  isMoney({ unit }) ? unit.replace(/^pence/, 'pounds') : unit
