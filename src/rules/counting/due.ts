import { daysBetween, type IsoDate } from '#domain/dates.ts'
import type { World } from '../world.ts'

/** A task’s day and how far past it we are; a day that the calendar cannot tell is said to be unknown. */
export type Due = {
  readonly due?: IsoDate
  readonly overdueDays?: number
  /** Present when the calendar does not reach far enough. */
  readonly unknown?: 'calendar'
  readonly isOverdue: boolean
}

/** Not overdue on the due day. `done` is the day it was done; today counts while it is open. */
export function dueBy(due: IsoDate | undefined, world: World, done?: IsoDate): Due {
  if (due === undefined) return { unknown: 'calendar', isOverdue: false }
  const overdueDays = daysBetween(due, done ?? world.today)
  return overdueDays > 0 ? { due, overdueDays, isOverdue: true } : { due, isOverdue: false }
}
