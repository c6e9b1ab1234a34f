import type { TimetableSlot } from '../facts.ts'
import { decimal, ratio, rounded, times } from './money.ts'

type Week = readonly TimetableSlot[]

/** Whole minutes of the slots whose length is known; not complete when there are others. */
export type WeekLength = { readonly minutes: number; readonly complete: boolean }

/** Half-days of the week in these timetables together: one weekday half counts once. */
export function halfDays(weeks: readonly Week[]): number {
  let halves = 0
  for (const week of weeks)
    for (const slot of week) {
      const session = sessionOf(slot)
      const day = firstHalf[slot.weekday]
      if (session !== 'afternoon') halves |= day
      if (session !== 'morning') halves |= day << 1
    }
  let count = 0
  for (let rest = halves; rest; rest &= rest - 1) count += 1
  return count
}

/** Breaks are left out unless they are to be counted. */
export function weekLength(week: Week | undefined, countBreaks = false): WeekLength {
  if (!week) return { minutes: 0, complete: false }
  let minutes = 0
  let complete = true
  for (const slot of week) {
    const length = minutesOf(slot, countBreaks)
    if (length === undefined) complete = false
    else minutes += length
  }
  return { minutes, complete }
}

/** Minutes a week, or undefined when the length of a slot is not known. */
export function weeklyMinutes(week: Week, countBreaks = false): number | undefined {
  const { minutes, complete } = weekLength(week, countBreaks)
  return complete ? minutes : undefined
}

/** Hours as written, in whole minutes, halves upwards. */
export const toMinutes = (hours: number): number =>
  // Quarters of an hour are exact in binary as well; everything else is counted in decimals.
  Number.isInteger(hours * 4) ? hours * 60 : rounded(times(decimal(hours), ratio(60, 1)))

/** Minutes as decimal hours, for showing. */
export const toHours = (minutes: number): number => minutes / 60

/** One bit for each weekday’s morning; its afternoon is the next. */
const firstHalf = { monday: 1, tuesday: 4, wednesday: 16, thursday: 64, friday: 256 } as const

function sessionOf(slot: TimetableSlot): 'morning' | 'afternoon' | 'all-day' {
  if (slot.session) return slot.session
  if (slot.end !== undefined && slot.end <= '13:00') return 'morning'
  if (slot.start !== undefined && slot.start >= '12:00') return 'afternoon'
  return 'all-day'
}

function minutesOf(slot: TimetableSlot, countBreaks: boolean): number | undefined {
  if (slot.start !== undefined && slot.end !== undefined) {
    const length = minuteOf(slot.end) - minuteOf(slot.start)
    if (length < 0) return undefined
    return Math.max(0, length - (countBreaks ? 0 : (slot.breakMinutes ?? 0)))
  }
  return slot.hours === undefined ? undefined : toMinutes(slot.hours)
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
