import { minuteOf } from '#domain/clock-time.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { TimetableSlot } from '#rules/facts.ts'

export interface Stretch {
  readonly weekday: number
  readonly starts_at: string
  readonly ends_at: string
  readonly break_minutes: number
  readonly in_weeks: 'every' | 'A' | 'B'
  readonly from_on: IsoDate
  readonly to_on: IsoDate | null
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const

/**
 * The week that holds on a day, as the rules read it. Where two weeks alternate it is the fuller one: a limit that is
 * passed every other week is passed.
 */
export function timetableOn(stretches: readonly Stretch[], day: IsoDate): TimetableSlot[] {
  const now = stretches.filter(
    ({ from_on, to_on }) => from_on <= day && (to_on === null || day <= to_on),
  )
  const week = (letter: 'A' | 'B') => now.filter(each => each.in_weeks !== other[letter])
  const [a, b] = [week('A'), week('B')]
  return (minutesOf(b) > minutesOf(a) ? b : a).flatMap(slotOf)
}

const other = { A: 'B', B: 'A' } as const

const slotOf = (stretch: Stretch): TimetableSlot[] => {
  const weekday = weekdays[stretch.weekday - 1]
  return weekday
    ? [
        {
          weekday,
          start: stretch.starts_at.slice(0, 5),
          end: stretch.ends_at.slice(0, 5),
          breakMinutes: stretch.break_minutes,
        },
      ]
    : []
}

const minutesOf = (stretches: readonly Stretch[]) =>
  stretches.reduce(
    (sum, { starts_at, ends_at, break_minutes }) =>
      sum + minuteOf(ends_at) - minuteOf(starts_at) - break_minutes,
    0,
  )
