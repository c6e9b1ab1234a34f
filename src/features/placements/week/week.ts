import { minuteOf } from '#domain/clock-time.ts'
import type { IsoDate } from '#domain/dates.ts'
import { weekdayNamed, weekdays } from '../words.ts'

/** A stretch of a child's week: where, when and with whom. */
export interface WeekStretch {
  readonly id: string
  readonly placementId: string | null
  readonly where: string
  /** Arranged, or only proposed or offered. */
  readonly firm: boolean
  readonly weekday: number
  readonly startsAt: string
  readonly endsAt: string
  readonly breakMinutes: number
  readonly inWeeks: 'every' | 'A' | 'B'
  readonly supervisedBy: string | null
  readonly supervised: boolean | null
  readonly subjects: readonly string[]
  readonly travel: string | null
  readonly fromOn: IsoDate
  readonly toOn: IsoDate | null
}

export const isTwoWeekly = (stretches: readonly WeekStretch[]): boolean =>
  stretches.some(({ inWeeks }) => inWeeks !== 'every')

/** What is in one of two weeks; of a week that never changes, all of it. */
export const inWeek = (stretches: readonly WeekStretch[], week: 'A' | 'B') =>
  stretches.filter(({ inWeeks }) => inWeeks === 'every' || inWeeks === week)

/** Minutes taught, breaks left out. */
export const minutesIn = (stretches: readonly WeekStretch[]): number =>
  stretches.reduce(
    (sum, { startsAt, endsAt, breakMinutes }) =>
      sum + Math.max(0, minuteOf(endsAt) - minuteOf(startsAt) - breakMinutes),
    0,
  )

/** By weekday, then by the clock. */
export const inOrder = <T extends Pick<WeekStretch, 'weekday' | 'startsAt'>>(
  stretches: readonly T[],
): T[] =>
  [...stretches].sort((a, b) =>
    a.weekday === b.weekday ? (a.startsAt < b.startsAt ? -1 : 1) : a.weekday - b.weekday,
  )

/** What does not fit in a week: nothing arranged, two things at once, nobody with the child. */
export interface WeekTroubles {
  readonly gaps: readonly string[]
  readonly doubleBookings: readonly string[]
  readonly unsupervised: readonly string[]
}

export const troublesOf = (stretches: readonly WeekStretch[]): WeekTroubles => ({
  gaps: gapsIn(stretches),
  doubleBookings: doubleBookingsIn(stretches),
  unsupervised: inOrder(stretches)
    .filter(({ supervised, supervisedBy }) => supervised === false && !supervisedBy)
    .map(
      ({ weekday, startsAt, endsAt, where }) =>
        `${weekdayNamed(weekday)}, ${startsAt} to ${endsAt}, ${where}: nobody supervises the child`,
    ),
})

/** Half-days without anything: a morning ends at noon, an afternoon begins then. */
function gapsIn(stretches: readonly WeekStretch[]): string[] {
  const weeks = isTwoWeekly(stretches) ? (['A', 'B'] as const) : ([undefined] as const)
  return weeks.flatMap(week => {
    const mine = week ? inWeek(stretches, week) : stretches
    return weekdays.flatMap((name, at) => {
      const day = mine.filter(({ weekday }) => weekday === at + 1)
      const morning = day.some(({ startsAt }) => startsAt < '12:00')
      const afternoon = day.some(({ endsAt }) => endsAt > '13:00')
      if (morning && afternoon) return []
      const part = morning ? ' afternoon' : afternoon ? ' morning' : ''
      return [`${name}${part}${week ? `, week ${week}` : ''}: nothing is arranged`]
    })
  })
}

function doubleBookingsIn(stretches: readonly WeekStretch[]): string[] {
  const ordered = inOrder(stretches)
  return ordered.flatMap((one, at) =>
    ordered
      .slice(at + 1)
      .flatMap(other =>
        overlap(one, other)
          ? [
              `${weekdayNamed(one.weekday)}: ${one.where} until ${one.endsAt}, and ${other.where} from ${other.startsAt}`,
            ]
          : [],
      ),
  )
}

/** Two stretches at the same time in the same week, while both hold. */
export const overlap = (one: WeekStretch, other: WeekStretch): boolean =>
  one.weekday === other.weekday &&
  (one.inWeeks === 'every' || other.inWeeks === 'every' || one.inWeeks === other.inWeeks) &&
  one.startsAt < other.endsAt &&
  other.startsAt < one.endsAt &&
  (one.toOn === null || one.toOn >= other.fromOn) &&
  (other.toOn === null || other.toOn >= one.fromOn)

const core = ['english', 'maths', 'science'] as const

/** Which of the three core subjects nobody has said is taught. */
export const coreSubjectsMissing = (stretches: readonly WeekStretch[]) =>
  core.filter(subject => !stretches.some(({ subjects }) => subjects.includes(subject)))
