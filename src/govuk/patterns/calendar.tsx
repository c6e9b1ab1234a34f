import { names, type Options } from '../attributes.ts'
import { longDate } from './contextual-date.tsx'

export type CalendarEntry = Options<{
  /** The ISO date it is on. */
  date: string
  text: string
  href?: string
  time?: string
}>

type CalendarProps = Options<{
  /** As `2026-03`. */
  month: string
  today: string
  entries: readonly CalendarEntry[]
  /** Days to show as closed, with the reason: “Half term”. */
  closed?: Readonly<Record<string, string>>
  previousHref?: string
  nextHref?: string
}>

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A month as a table; on a phone, and on paper where it is too narrow, the same as a list. */
export const Calendar = (props: CalendarProps) => (
  <div class="onroll-calendar">
    <MonthNavigation {...props} />
    <table class="govuk-table onroll-calendar__month">
      <caption class="govuk-visually-hidden">{monthName(props.month)}</caption>
      <thead>
        <tr>
          {weekdays.map(day => (
            <th scope="col" class="onroll-calendar__weekday">
              {day.slice(0, 3)}
              <span class="govuk-visually-hidden">{day.slice(3)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(props.month).map(week => (
          <tr>
            {week.map(date => (
              <Day date={date} {...props} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <div class="onroll-calendar__list">
      <CalendarList entries={props.entries} today={props.today} />
    </div>
  </div>
)

/** The same entries as a list, day by day. */
export const CalendarList = ({ entries, today }: Pick<CalendarProps, 'entries' | 'today'>) => {
  const days = [...new Set(entries.map(({ date }) => date))].sort()
  if (days.length === 0) return <p class="govuk-body">Nothing is planned.</p>
  return (
    <ul class="onroll-calendar-list">
      {days.map(day => (
        <li class="onroll-calendar-list__day">
          <p class="onroll-calendar-list__date">
            <time dateTime={day}>{longDate(day)}</time>
            {day === today && ' (today)'}
          </p>
          <Entries entries={entries.filter(({ date }) => date === day)} />
        </li>
      ))}
    </ul>
  )
}

const MonthNavigation = ({ month, previousHref, nextHref }: CalendarProps) => (
  <div class="onroll-calendar__head">
    <h2 class="govuk-heading-m onroll-calendar__title">{monthName(month)}</h2>
    <ul class="onroll-calendar__links">
      {previousHref && (
        <li>
          <a class="govuk-link" href={previousHref}>
            Previous<span class="govuk-visually-hidden"> month</span>
          </a>
        </li>
      )}
      {nextHref && (
        <li>
          <a class="govuk-link" href={nextHref}>
            Next<span class="govuk-visually-hidden"> month</span>
          </a>
        </li>
      )}
    </ul>
  </div>
)

function Day({ date, month, today, entries, closed }: CalendarProps & { date: string }) {
  const outside = !date.startsWith(month)
  if (outside) return <td class="onroll-calendar__day onroll-calendar__day--outside" />
  const reason = closed?.[date]
  return (
    <td
      class={names(
        'onroll-calendar__day',
        date === today && 'onroll-calendar__day--today',
        reason && 'onroll-calendar__day--closed',
      )}
      aria-current={date === today ? 'date' : undefined}
    >
      <time dateTime={date} class="onroll-calendar__number">
        {Number(date.slice(8))}
      </time>
      {date === today && <span class="onroll-calendar__today">Today</span>}
      {reason && <span class="onroll-calendar__closed">{reason}</span>}
      <Entries entries={entries.filter(entry => entry.date === date)} />
    </td>
  )
}

const Entries = ({ entries }: { entries: readonly CalendarEntry[] }) =>
  entries.length === 0 ? null : (
    <ul class="onroll-calendar__entries">
      {entries.map(({ text, href, time }) => (
        <li>
          {time && <strong>{time} </strong>}
          {href ? (
            <a class="govuk-link" href={href}>
              {text}
            </a>
          ) : (
            text
          )}
        </li>
      ))}
    </ul>
  )

const monthFormat = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const monthName = (month: string) => monthFormat.format(Date.parse(`${month}-01`))

const oneDay = 86_400_000
/** Whole weeks, Monday first, that cover the month. */
function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01`)
  const start = first - ((new Date(first).getUTCDay() + 6) % 7) * oneDay
  const weeks: string[][] = []
  for (let monday = start; isoMonth(monday) <= month; monday += 7 * oneDay)
    weeks.push(weekdays.map((_, n) => isoDay(monday + n * oneDay)))
  return weeks
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)
const isoMonth = (time: number) => isoDay(time).slice(0, 7)
