import { minuteOf } from '#domain/clock-time.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { Table } from '#govuk/index.ts'
import type { Assured } from './assured.query.ts'

const weekdays = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri']

/** Where the child is in the week: each provider with its times and hours. */
export const WeekTable = ({ all }: { all: readonly Assured[] }) => (
  <Table
    caption="Placements and the week"
    captionHidden
    head={['Provider', 'Commissioner', 'Since', 'Planned to', 'Times', 'Hours a week']}
    rows={all.map(({ provider, commissioner, known }) => {
      const first = known.placements.at(-1)
      const last = known.placements[0]
      return [
        provider,
        commissioner,
        first ? shortDayInWords(first.started_on ?? first.planned_start_on) : '',
        last?.planned_end_on ? shortDayInWords(last.planned_end_on) : 'Open',
        known.sessions.length === 0
          ? 'Not recorded'
          : known.sessions
              .map(
                ({ weekday, starts_at, ends_at, in_weeks }) =>
                  `${weekdays[weekday]} ${starts_at.slice(0, 5)} to ${ends_at.slice(0, 5)}${in_weeks === 'every' ? '' : ` (week ${in_weeks})`}`,
              )
              .join(', '),
        known.sessions.length === 0 ? 'Not known' : hoursIn(known.sessions),
      ]
    })}
  />
)

/** Of two weeks that alternate, the fuller one. */
function hoursIn(sessions: Assured['known']['sessions']): string {
  const minutes = (week: 'A' | 'B') =>
    sessions
      .filter(({ in_weeks }) => in_weeks === 'every' || in_weeks === week)
      .reduce(
        (sum, { starts_at, ends_at, break_minutes }) =>
          sum + minuteOf(ends_at.slice(0, 5)) - minuteOf(starts_at.slice(0, 5)) - break_minutes,
        0,
      )
  return String(Math.round((Math.max(minutes('A'), minutes('B')) / 60) * 100) / 100)
}
