declare const day: unique symbol
/** A calendar day, `YYYY-MM-DD`. Days sort and compare as text. */
export type IsoDate = string & { readonly [day]: true }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

export function isIsoDate(text: string): text is IsoDate {
  const parts = pattern.exec(text)
  if (!parts) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The day that the text names. Throws RangeError when there is no such day (31 February, month 13). */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`“${text}” is not a real date`)
  return text
}

export const addDays = (date: IsoDate, days: number): IsoDate => dayNumbered(numberOf(date) + days)

/** Whole days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => numberOf(to) - numberOf(from)

/** The same day of the month so many months later; the last day of that month when there is none. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const month = yearOf(date) * 12 + monthOf(date) - 1 + months
  return dayOfMonth(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, Number(date.slice(8)))
}

/** That day of a month, or the month’s last day when it has none. */
export function dayOfMonth(year: number, month: number, day: number): IsoDate {
  const next = month === 12 ? numberIn(year + 1, 1, 1) : numberIn(year, month + 1, 1)
  return dayNumbered(Math.min(numberIn(year, month, 1) + day - 1, next - 1))
}

export const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? b : a)
export const earlierOf = (a: IsoDate, b: IsoDate): IsoDate => (b < a ? b : a)

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (date: IsoDate): number => (((numberOf(date) + 4) % 7) + 7) % 7

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in Europe/London at that moment. */
export const londonDay = (moment: Date): IsoDate =>
  london.format(moment).padStart(10, '0') as IsoDate

/** Days since 1 January 1970. The rules count millions of days, so no Date is made for one. */
export const numberOf = (date: IsoDate): number =>
  numberIn(yearOf(date), monthOf(date), digits(date, 8))

const digits = (text: string, at: number) =>
  (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
const yearOf = (date: IsoDate) => digits(date, 0) * 100 + digits(date, 2)
const monthOf = (date: IsoDate) => digits(date, 5)

// Years are counted from March, so that the leap day is the last of its year and a month’s first day is a line.
function numberIn(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1
  const marchMonth = month > 2 ? month - 3 : month + 9
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  return y * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 719_469
}

const firstNumber = numberIn(0, 1, 1)
const lastNumber = numberIn(9999, 12, 31)

/** The day of that number. Days are written with four digits for the year, so counting stops at the ends of those. */
export function dayNumbered(number: number): IsoDate {
  const from = Math.min(Math.max(number, firstNumber), lastNumber) + 719_468
  const era = Math.floor(from / 146_097)
  const ofEra = from - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as IsoDate
}

const pad = (n: number) => (n < 10 ? `0${n}` : `${n}`)
