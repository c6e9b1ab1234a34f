import { lengthInWords, minuteOf } from '#domain/clock-time.ts'
import type { IsoDate } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import type { LetteredWeek } from '#domain/two-weeks.ts'
import { Table } from '#govuk/index.ts'
import type { SessionRow } from '../placement.query.ts'
import { weekdayNamed } from '../words.ts'
import { wordOf } from './week-list.tsx'
import { WhichWeek } from './which-week.tsx'

/** The week of one placement as it is now and as it will be; what is over is left out. */
export const SessionList = ({
  sessions,
  today,
  weeks,
  caption = 'Its week',
}: {
  sessions: readonly SessionRow[]
  today: IsoDate
  weeks: readonly LetteredWeek[]
  caption?: string
}) => {
  const current = sessions.filter(({ to_on }) => to_on === null || to_on >= today)
  return (
    <>
      <Table
        caption={`${caption}: ${lengthOf(current, today)} in all`}
        head={['Day', 'Time', 'Break', 'Supervised by', 'Subjects', 'From', 'To']}
        rows={[...current]
          .sort((a, b) => rank(a).localeCompare(rank(b)))
          .map(each => [
            `${weekdayNamed(each.weekday)}${each.in_weeks === 'every' ? '' : `, week ${each.in_weeks}`}`,
            `${each.starts_at.slice(0, 5)} to ${each.ends_at.slice(0, 5)}`,
            each.break_minutes ? lengthInWords(each.break_minutes) : 'None',
            each.supervised_by ?? 'Not said',
            each.subjects.length > 0 ? each.subjects.map(wordOf).join(', ') : 'Not said',
            shortDayInWords(each.from_on),
            each.to_on ? shortDayInWords(each.to_on) : 'Open',
          ])}
        empty="It has no week yet."
      />
      {current.some(({ in_weeks }) => in_weeks !== 'every') && (
        <WhichWeek weeks={weeks} day={today} />
      )}
    </>
  )
}

const rank = ({ weekday, starts_at, from_on }: SessionRow) => `${weekday} ${starts_at} ${from_on}`

/** The length of the week that holds today, or of the first that will; of both where two alternate. */
function lengthOf(sessions: readonly SessionRow[], today: IsoDate): string {
  const first = sessions.reduce<IsoDate>(
    (day, { from_on }) => (day === today || from_on < day ? from_on : day),
    today,
  )
  const day = sessions.some(({ from_on }) => from_on <= today) ? today : first
  const held = sessions.filter(each => each.from_on <= (day > today ? day : today))
  const week = (without: 'A' | 'B') =>
    lengthInWords(minutesIn(held.filter(({ in_weeks }) => in_weeks !== without)))
  return held.some(({ in_weeks }) => in_weeks !== 'every')
    ? `week A ${week('B')}, week B ${week('A')}`
    : lengthInWords(minutesIn(held))
}

const minutesIn = (sessions: readonly SessionRow[]) =>
  sessions.reduce(
    (sum, each) => sum + minuteOf(each.ends_at) - minuteOf(each.starts_at) - each.break_minutes,
    0,
  )
