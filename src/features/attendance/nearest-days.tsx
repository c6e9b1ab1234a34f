import { addDays, type IsoDate } from '#domain/dates.ts'
import { weekdayInWords } from '#domain/london-time.ts'
import type { Tx } from '#platform/database/database.ts'
import { expectedSessions, type Which } from './sessions.query.ts'

interface DayOfSessions {
  readonly day: IsoDate
  readonly sessions: number
  readonly open: number
}
export interface NearestDays {
  readonly last: DayOfSessions | undefined
  readonly next: DayOfSessions | undefined
}

/** Longer than the Christmas holidays, shorter than the summer’s: who comes back in September asks for a day. */
const daysAround = 21

/** The days with sessions before and after one without: at a weekend nobody should have to look for Friday. */
export async function nearestDays(tx: Tx, day: IsoDate, which: Which = {}): Promise<NearestDays> {
  const around = await expectedSessions(
    tx,
    addDays(day, -daysAround),
    addDays(day, daysAround),
    which,
  )
  const days = [...Map.groupBy(around, session => session.day)].map(([of, sessions]) => ({
    day: of,
    sessions: sessions.length,
    open: sessions.filter(({ mark }) => !mark).length,
  }))
  days.sort((a, b) => (a.day < b.day ? -1 : 1))
  return {
    last: days.findLast(each => each.day < day),
    next: days.find(each => each.day > day),
  }
}

/** What an empty day says of its neighbours; a day to come has nothing to open yet. */
export const NearestDaysShown = ({
  path,
  days: { last, next },
  today,
}: {
  path: string
  days: NearestDays
  today: IsoDate
}) => (
  <>
    {last && (
      <p class="govuk-body">
        The last day with sessions was <DayLink path={path} day={last.day} />: {many(last.sessions)}
        {last.open > 0 ? `, ${last.open} not marked yet` : ', all marked'}.
      </p>
    )}
    {next && (
      <p class="govuk-body">
        The next is{' '}
        {next.day > today ? weekdayInWords(next.day) : <DayLink path={path} day={next.day} />}:{' '}
        {many(next.sessions)}.
      </p>
    )}
  </>
)

const DayLink = ({ path, day }: { path: string; day: IsoDate }) => (
  <a class="govuk-link" href={`${path}?on=${day}`}>
    {weekdayInWords(day)}
  </a>
)

const many = (sessions: number) => `${sessions} session${sessions === 1 ? '' : 's'}`
