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

const toUtc = (date: IsoDate) => Date.parse(`${date}T00:00:00Z`)
const fromUtc = (time: number) => new Date(time).toISOString().slice(0, 10) as IsoDate
const dayLength = 86_400_000

export const addDays = (date: IsoDate, days: number): IsoDate =>
  fromUtc(toUtc(date) + days * dayLength)

/** Whole days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((toUtc(to) - toUtc(from)) / dayLength)

/** The same day of the month so many months later; the last day of that month when there is none. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return fromUtc(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last)))
}

export const laterOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? b : a)
export const earlierOf = (a: IsoDate, b: IsoDate): IsoDate => (b < a ? b : a)

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (date: IsoDate): number => new Date(toUtc(date)).getUTCDay()

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in Europe/London at that moment. */
export const londonDay = (moment: Date): IsoDate => london.format(moment) as IsoDate
