import { type IsoDate, londonDay } from './dates.ts'

const zone = { timeZone: 'Europe/London' } as const
const parts = new Intl.DateTimeFormat('en-GB', {
  ...zone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
})

/** The moment at which a London clock shows that time on that day; an hour that is skipped in March is read as the next. */
export function londonMoment(day: IsoDate, time: string): Date {
  const asUtc = Date.parse(`${day}T${time.padStart(5, '0')}:00Z`)
  const shift = offsetAt(asUtc)
  const first = asUtc - shift
  return new Date(offsetAt(first) === shift ? first : asUtc - offsetAt(first))
}

function offsetAt(moment: number): number {
  const shown = Object.fromEntries(
    parts.formatToParts(new Date(moment)).map(part => [part.type, Number(part.value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(moment / 60_000) * 60_000
}

const clock = new Intl.DateTimeFormat('en-GB', {
  ...zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const day = new Intl.DateTimeFormat('en-GB', {
  ...zone,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const shortDay = new Intl.DateTimeFormat('en-GB', {
  ...zone,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const weekday = new Intl.DateTimeFormat('en-GB', {
  ...zone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})

const noonOf = (date: IsoDate) => new Date(`${date}T12:00:00Z`)

/** "17 November 2026" */
export const dayInWords = (date: IsoDate) => day.format(noonOf(date))
/** "17 Nov 2026", for tables. */
export const shortDayInWords = (date: IsoDate) => shortDay.format(noonOf(date))
/** "Tuesday 17 November 2026" */
export const weekdayInWords = (date: IsoDate) => weekday.format(noonOf(date)).replace(',', '')
/** "13:30" */
export const timeInWords = (moment: Date) => clock.format(moment)
/** "17 November 2026 at 13:30" */
export const momentInWords = (moment: Date) =>
  `${dayInWords(londonDay(moment))} at ${timeInWords(moment)}`
