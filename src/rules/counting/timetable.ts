import type { TimetableSlot } from '../facts.ts'
import { decimal, plus, type Ratio, ratio, rounded, times } from './money.ts'

type Week = readonly TimetableSlot[]

/** Half-days of the week in these timetables together: one weekday half counts once. */
export function halfDays(weeks: readonly Week[]): number {
  const halves = new Set<string>()
  for (const slot of weeks.flat()) {
    const session = sessionOf(slot)
    if (session !== 'afternoon') halves.add(`${slot.weekday} morning`)
    if (session !== 'morning') halves.add(`${slot.weekday} afternoon`)
  }
  return halves.size
}

/** Minutes a week, or undefined when the length of a slot is not known. */
export function weeklyMinutes(week: Week, countBreaks = false): number | undefined {
  let total: Ratio = ratio(0, 1)
  for (const slot of week) {
    const minutes = minutesOf(slot, countBreaks)
    if (!minutes) return undefined
    total = plus(total, minutes)
  }
  return rounded(total)
}

/** Hours as written, in whole minutes, halves upwards. */
export const toMinutes = (hours: number): number => rounded(times(decimal(hours), ratio(60, 1)))

/** Minutes as decimal hours, for showing. */
export const toHours = (minutes: number): number => minutes / 60

function sessionOf(slot: TimetableSlot): 'morning' | 'afternoon' | 'all-day' {
  if (slot.session) return slot.session
  if (slot.end !== undefined && slot.end <= '13:00') return 'morning'
  if (slot.start !== undefined && slot.start >= '12:00') return 'afternoon'
  return 'all-day'
}

function minutesOf(slot: TimetableSlot, countBreaks: boolean): Ratio | undefined {
  if (slot.start !== undefined && slot.end !== undefined) {
    const length = minuteOf(slot.end) - minuteOf(slot.start)
    if (length < 0) return undefined
    return ratio(Math.max(0, length - (countBreaks ? 0 : (slot.breakMinutes ?? 0))), 1)
  }
  return slot.hours === undefined ? undefined : ratio(toMinutes(slot.hours), 1)
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
