import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import type { LetteredWeek } from '#domain/two-weeks.ts'

/** Which of two alternating weeks is now, or is the next with school in it, and how they are counted. */
export const WhichWeek = ({ weeks, day }: { weeks: readonly LetteredWeek[]; day: IsoDate }) => (
  <p class="govuk-body">
    {weeks[0] ? `${weekInWords(weeks[0], day)} ` : ''}
    {howCounted}
  </p>
)

const howCounted =
  'The first week of each term is week A. A week without a school day, such as half-term, is not counted.'

const weekInWords = ({ monday, letter }: LetteredWeek, day: IsoDate): string =>
  day < monday
    ? `There is no school in this week. The next, from ${dayInWords(monday)}, is week ${letter}.`
    : `This week, from ${dayInWords(monday)}, is week ${letter}.`

/** The Mondays to come, for a paper that hangs on a wall. */
export const WeeksToCome = ({ weeks }: { weeks: readonly LetteredWeek[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {(['A', 'B'] as const).map(week => (
      <li>
        {`Week ${week} begins on ${weeks
          .filter(({ letter }) => letter === week)
          .map(({ monday }) => dayInWords(monday))
          .join(', ')}`}
      </li>
    ))}
  </ul>
)
