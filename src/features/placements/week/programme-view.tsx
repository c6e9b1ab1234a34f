import { lengthInWords } from '#domain/clock-time.ts'
import type { IsoDate } from '#domain/dates.ts'
import { dayInWords } from '#domain/london-time.ts'
import { Alert, Details, SummaryList } from '#govuk/index.ts'
import { PlacementTable } from '../placement-table.tsx'
import type { Programme } from './programme.query.ts'
import {
  coreSubjectsMissing,
  inWeek,
  isTwoWeekly,
  minutesIn,
  troublesOf,
  type WeekStretch,
} from './week.ts'
import { WeekGrid } from './week-grid.tsx'
import { WeekList, wordOf } from './week-list.tsx'
import { WhichWeek } from './which-week.tsx'

/** The child's week with its total, what does not fit in it, and the placements it is made of. */
export const ProgrammeView = ({
  programme,
  today,
  path,
}: {
  programme: Programme
  today: IsoDate
  path: string
}) => (
  <>
    <h2 class="govuk-heading-m">
      The week {programme.day === today ? 'now' : `from ${dayInWords(programme.day)}`}
    </h2>
    {programme.day !== today && (
      <p class="govuk-body">
        <a class="govuk-link" href={path}>
          Show the week as it is today
        </a>
      </p>
    )}
    {isTwoWeekly(programme.stretches) && <WhichWeek weeks={programme.weeks} day={programme.day} />}
    <Totals programme={programme} />
    <Troubles programme={programme} />
    <WeekList stretches={programme.stretches} />
    {programme.stretches.length > 0 && (
      <Details summary="Show the week as a grid">
        <WeekGrid stretches={programme.stretches} />
      </Details>
    )}
    {programme.changesOn.length > 0 && (
      <>
        <h2 class="govuk-heading-m">Changes to come</h2>
        <ul class="govuk-list govuk-list--bullet">
          {programme.changesOn.map(day => (
            <li>
              <a class="govuk-link" href={`${path}?on=${day}`}>
                The week from {dayInWords(day)}
              </a>
            </li>
          ))}
        </ul>
      </>
    )}
    <PlacementTable placements={programme.placements} />
  </>
)

function Totals({ programme }: { programme: Programme }) {
  const { stretches, fullTimeMinutes, schoolToSay, exception, schoolIsKnown } = programme
  const firm = stretches.filter(each => each.firm)
  const missing = coreSubjectsMissing(stretches)
  return (
    <SummaryList
      rows={[
        { key: 'In total', value: totalWords(firm) },
        firm.length < stretches.length && {
          key: 'With what is not agreed yet',
          value: totalWords(stretches),
        },
        {
          key: 'Full time is',
          value: fullTimeMinutes ? (
            lengthInWords(fullTimeMinutes)
          ) : (
            <NotSaid school={schoolToSay} />
          ),
        },
        {
          key: 'English, maths and science',
          value:
            missing.length === 0
              ? 'All three are in the week'
              : `Not said where: ${missing.map(wordOf).join(', ')}`,
        },
        !schoolIsKnown && { key: 'Time at school', value: 'Nobody has entered it yet' },
        exception !== undefined && {
          key: 'Medical exception',
          value: `${exception.evidence}${exception.review_on ? ` To be looked at again on ${dayInWords(exception.review_on)}.` : ''}`,
        },
      ]}
    />
  )
}

/** Who has to say it, and where. */
const NotSaid = ({ school }: { school: string | null }) =>
  school === null ? (
    <>Not known: the child is on no school’s roll</>
  ) : (
    <>
      Not known: the school has not said how many hours it teaches in a week, on{' '}
      <a class="govuk-link" href={`/organisations/${school}`}>
        its page
      </a>
    </>
  )

const totalWords = (stretches: readonly WeekStretch[]) =>
  isTwoWeekly(stretches)
    ? `Week A: ${lengthInWords(minutesIn(inWeek(stretches, 'A')))}. Week B: ${lengthInWords(minutesIn(inWeek(stretches, 'B')))}`
    : lengthInWords(minutesIn(stretches))

function Troubles({
  programme: { stretches, fullTimeMinutes, exception },
}: {
  programme: Programme
}) {
  const { gaps, doubleBookings, unsupervised } = troublesOf(stretches)
  const firm = stretches.filter(each => each.firm)
  const weeks = isTwoWeekly(firm)
    ? (['A', 'B'] as const).map(week => ({ which: ` in week ${week}`, week: inWeek(firm, week) }))
    : [{ which: '', week: firm }]
  const short = weeks.flatMap(({ which, week }) => {
    const missing = (fullTimeMinutes ?? 0) - minutesIn(week)
    return missing > 0 && !exception
      ? [`${lengthInWords(missing)} are missing to a full-time week${which}`]
      : []
  })
  const all = [...short, ...doubleBookings, ...unsupervised, ...(stretches.length > 0 ? gaps : [])]
  if (all.length === 0) return null
  return (
    <Alert kind="warning" title="What does not fit">
      <ul class="govuk-list govuk-list--bullet">
        {all.map(each => (
          <li>{each}</li>
        ))}
      </ul>
    </Alert>
  )
}
