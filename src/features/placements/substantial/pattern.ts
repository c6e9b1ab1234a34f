import { lengthInWords, minuteOf } from '#domain/clock-time.ts'
import { fullerWeek } from '#domain/two-weeks.ts'
import type { SessionRow } from '../placement.query.ts'

type Stretch = Pick<
  SessionRow,
  'weekday' | 'starts_at' | 'ends_at' | 'break_minutes' | 'in_weeks' | 'to_on'
>

/** The week of a placement as the first words of its plan: how many days and hours, and at whom. */
export function patternInWords(sessions: readonly Stretch[], providerName: string): string {
  const days = new Set(weekThatGoesOn(sessions).map(({ weekday }) => weekday)).size
  return `${days} day${days === 1 ? '' : 's'} a week, ${lengthInWords(minutesOf(sessions))}, at ${providerName}. `
}

/** Minutes of the week that goes on; of two that alternate, the fuller one. */
export const minutesOf = (sessions: readonly Stretch[]): number => sum(weekThatGoesOn(sessions))

const weekThatGoesOn = (sessions: readonly Stretch[]) =>
  fullerWeek(
    sessions.filter(({ to_on }) => to_on === null),
    sum,
  )

const sum = (sessions: readonly Stretch[]): number =>
  sessions.reduce(
    (total, each) => total + minuteOf(each.ends_at) - minuteOf(each.starts_at) - each.break_minutes,
    0,
  )
