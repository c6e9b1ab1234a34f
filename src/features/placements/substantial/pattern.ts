import { lengthInWords, minuteOf } from '#domain/clock-time.ts'
import type { SessionRow } from '../placement.query.ts'

type Stretch = Pick<
  SessionRow,
  'weekday' | 'starts_at' | 'ends_at' | 'break_minutes' | 'in_weeks' | 'to_on'
>

/** The week of a placement as the first words of its plan: how many days and hours, and at whom. */
export function patternInWords(sessions: readonly Stretch[], providerName: string): string {
  const current = sessions.filter(({ to_on, in_weeks }) => to_on === null && in_weeks !== 'B')
  const days = new Set(current.map(({ weekday }) => weekday)).size
  return `${days} day${days === 1 ? '' : 's'} a week, ${lengthInWords(minutesOf(sessions))}, at ${providerName}. `
}

/** Minutes of the week that goes on. */
export const minutesOf = (sessions: readonly Stretch[]): number =>
  sessions
    .filter(({ to_on, in_weeks }) => to_on === null && in_weeks !== 'B')
    .reduce(
      (sum, each) => sum + minuteOf(each.ends_at) - minuteOf(each.starts_at) - each.break_minutes,
      0,
    )
