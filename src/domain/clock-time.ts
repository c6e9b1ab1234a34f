declare const clock: unique symbol
/** A time of day on the 24-hour clock, `HH:MM`. Times sort and compare as text. */
export type ClockTime = string & { readonly [clock]: true }

/** Reads `9:30`, `09.30`, `0930`, `9`, `9am`, `1.15 pm`. Nothing is guessed: 25:00 and 13 pm are undefined. */
export function asClockTime(typed: string): ClockTime | undefined {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, '')
  const [, hours = '', minutes = '00', half] =
    /^(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm)?$/.exec(text) ?? []
  if (hours === '') return undefined
  const hour = hourOf(Number(hours), half)
  if (hour === undefined || hour > 23 || Number(minutes) > 59) return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}` as ClockTime
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}

/** Minutes since midnight. */
export const minuteOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** “5 hours 30 minutes”, “45 minutes”, “no time”. */
export function lengthInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const part = (count: number, word: string) =>
    count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`]
  return [...part(hours, 'hour'), ...part(rest, 'minute')].join(' ') || 'no time'
}
