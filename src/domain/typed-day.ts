import { type IsoDate, isIsoDate } from './dates.ts'
import { oneLine } from './plain-text.ts'

/**
 * Reads a day as people in England write it: `31/12/2026`, `31.12.26`, `31 Dec 2026`, `Thursday 31st of December 2026`,
 * `2026-12-31`, `2026-Dec-31`. The day always comes before the month, and a time after it is left out. Nothing is
 * guessed: 31/02/2026 and 12/31/2026 are undefined.
 */
export function asDay(typed: string): IsoDate | undefined {
  const text = oneLine(typed).toLowerCase().replace(time, '')
  for (const pattern of patterns) {
    const { y = '', m = '', d = '' } = pattern.exec(text)?.groups ?? {}
    const day = `${fullYear(y)}-${monthNumber(m)}-${d.padStart(2, '0')}`
    if (isIsoDate(day)) return day
  }
  return undefined
}

const time = /[ t]\d{1,2}:\d{2}(:\d{2}(\.\d{1,9})?)? ?([ap]m|z)?$/

const patterns = [
  /^(?<y>\d{4})[-/.](?<m>\d{1,2}|[a-z]{3})[-/.](?<d>\d{1,2})$/,
  /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/,
  /^(?<d>\d{1,2})[-/. ](?<m>\d{1,2})[-/. ](?<y>\d{4}|\d{2})$/,
  /^(?:[a-z]{3,9},? )?(?<d>\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/ ]?(?<m>[a-z]{3,9})[.,]?[-/ ](?<y>\d{4}|\d{2})$/,
]

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

function monthNumber(typed: string): string {
  if (/^\d/.test(typed)) return typed.padStart(2, '0')
  const place = months.findIndex(month => typed.length >= 3 && month.startsWith(typed))
  return String(place + 1).padStart(2, '0')
}

// Two figures mean this century: nobody on a school's roll was born in another.
const fullYear = (typed: string) => (typed.length === 2 ? `20${typed}` : typed)
