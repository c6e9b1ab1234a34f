import { addDays, daysBetween, type IsoDate } from '#domain/dates.ts'
import type { SchoolCalendar } from '#domain/school-calendar.ts'

export type Timing = 'in time' | 'arguable' | 'short' | 'unknown'

export interface ClearDays {
  readonly timing: Timing
  /** School days between the day of the notice and the first day, neither counted. */
  readonly clear: number
  readonly wanted: number
  /** The last day on which the notice would have been in time. */
  readonly latest: IsoDate | undefined
  /** Each day from the notice to the start; long stretches are left out. */
  readonly days: readonly { readonly day: IsoDate; readonly what: string }[]
}

const most = 21

/** The clear-day check of a notice with its working, by the school's calendar: rule OSD-02 judges the same way. */
export function clearDays(
  calendar: SchoolCalendar,
  noticeOn: IsoDate,
  startOn: IsoDate,
  wanted: number,
): ClearDays {
  const { days: clear, complete } = calendar.clearDays(noticeOn, startOn)
  const withNotice = clear + (noticeOn < startOn && calendar.isSchoolDay(noticeOn) ? 1 : 0)
  return {
    timing:
      clear >= wanted
        ? 'in time'
        : !complete
          ? 'unknown'
          : withNotice >= wanted
            ? 'arguable'
            : 'short',
    clear,
    wanted,
    latest: calendar.nthBefore(startOn, wanted + 1),
    days: daysShown(calendar, noticeOn, startOn),
  }
}

function daysShown(calendar: SchoolCalendar, noticeOn: IsoDate, startOn: IsoDate) {
  const length = daysBetween(noticeOn, startOn)
  if (length < 0 || length > most) return []
  let count = 0
  return Array.from({ length: length + 1 }, (_, at) => {
    const day = addDays(noticeOn, at)
    if (at === length) return { day, what: 'First day off-site' }
    if (at === 0) return { day, what: 'Notice given: this day is not counted' }
    if (!calendar.isSchoolDay(day)) return { day, what: 'No school' }
    count += 1
    return { day, what: `Clear school day ${count}` }
  })
}
