import { z } from 'zod'
import { addDays } from '#domain/dates.ts'
import { weekdayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import {
  EmptyState,
  InsetText,
  Layout,
  NumericData,
  PageHeading,
  Pagination,
  Table,
  Tag,
} from '#govuk/index.ts'
import { dayShown, OnDay } from '#platform/http/on-day.ts'
import { page } from '#platform/http/page.tsx'
import { NearestDaysShown, nearestDays } from './nearest-days.tsx'
import { type ExpectedSession, expectedSessions } from './sessions.query.ts'
import { markInWords, type Standing, standingOf, standings } from './words.ts'

const shows = ['arrived', 'absent', 'cancelled', 'not heard'] as const
const size = 50

const WatchQuery = OnDay.extend({
  show: z.enum(shows).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})

/** What became of every session of a day: those who commission, and the school of roll, see it while it happens. */
export const watchPage = page({
  path: '/attendance',
  permission: 'attendance.read',
  query: WatchQuery,
  async load({ tx, query, today }) {
    const day = dayShown(query, today)
    const sessions = await expectedSessions(tx, day, day)
    const shown = query.show
      ? sessions.filter(({ mark }) => standingOf(mark) === query.show)
      : sessions
    return {
      day,
      counts: Map.groupBy(sessions, ({ mark }) => standingOf(mark)),
      expected: sessions.length,
      nearest: sessions.length === 0 ? await nearestDays(tx, day) : undefined,
      shown: [...shown].sort((a, b) => rank(a) - rank(b)),
    }
  },
  discloses: ({ day, shown }) => ({
    event: 'attendance.viewed',
    subjectKind: 'attendance',
    detail: { day, sessions: shown.length },
  }),
  view({ day, counts, expected, nearest, shown }, { query, today, me }) {
    const unexplained = (counts.get('absent') ?? []).filter(isUnexplained).length
    const count = (standing: Standing) => counts.get(standing)?.length ?? 0
    const at = (more: string) => `/attendance?on=${day}${more}`
    const pages = Math.max(1, Math.ceil(shown.length / size))
    const here = Math.min(query.page, pages)
    return (
      <Layout title="Attendance" wide>
        <PageHeading caption={weekdayInWords(day)}>Attendance at provision</PageHeading>
        <p class="govuk-body">
          <a class="govuk-link" href={`/attendance?on=${addDays(day, -1)}`}>
            The day before
          </a>
          {day < today && (
            <>
              {' · '}
              <a class="govuk-link" href={`/attendance?on=${addDays(day, 1)}`}>
                The day after
              </a>
            </>
          )}
          {may(me, 'attendance.sheet') && (
            <>
              {' · '}
              <a class="govuk-link" href={`/attendance/week?on=${day}`}>
                The week for your register
              </a>
            </>
          )}
        </p>
        <NumericData
          items={[
            { number: expected, label: 'Expected', href: at('') },
            ...shows.map(standing => ({
              number: count(standing),
              label: standings[standing].word,
              href: at(`&show=${encodeURIComponent(standing)}`),
            })),
          ]}
        />
        {unexplained > 0 && (
          <InsetText>
            <a class="govuk-link" href={at('&show=absent')}>
              {unexplained === 1
                ? 'One absence has no known reason'
                : `${unexplained} absences have no known reason`}
            </a>
            . Find out where the child is. When you know, tell the provider, who corrects the mark.
          </InsetText>
        )}
        {count('not heard') > 0 && may(me, 'attendance.chase') && (
          <p class="govuk-body">
            <a class="govuk-link" href={`/attendance/ask?on=${day}`}>
              Ask providers for the marks that are missing
            </a>
          </p>
        )}
        {expected === 0 && (
          <EmptyState title="No child is expected on this day">
            Sessions appear here on the days of a child’s week, once the placement has started.
          </EmptyState>
        )}
        {nearest && <NearestDaysShown path="/attendance" days={nearest} today={today} />}
        {expected > 0 && (
          <Table
            caption={query.show ? standings[query.show].word : 'All sessions'}
            head={['Child', 'Time', 'Provider', 'Stands as', 'Details', 'Placement']}
            rows={shown.slice((here - 1) * size, here * size).map(row)}
            empty="There is none."
          />
        )}
        {expected > 0 && (
          <Pagination
            page={here}
            pageSize={size}
            total={shown.length}
            things="sessions"
            href={number =>
              at(`${query.show ? `&show=${encodeURIComponent(query.show)}` : ''}&page=${number}`)
            }
          />
        )}
      </Layout>
    )
  },
})

/** What somebody has to act on comes first. */
const rank = (session: ExpectedSession) =>
  isUnexplained(session)
    ? 0
    : ['absent', 'not heard', 'cancelled', 'arrived'].indexOf(standingOf(session.mark)) + 1

const isUnexplained = ({ mark }: ExpectedSession) => mark?.reason === 'not known'

const row = ({
  child,
  childId,
  known,
  startsAt,
  endsAt,
  provider,
  mark,
  placementId,
  placement,
}: ExpectedSession) => {
  const standing = standings[standingOf(mark)]
  return [
    known ? (
      <a class="govuk-link" href={`/children/${childId}`}>
        {child}
      </a>
    ) : (
      child
    ),
    `${startsAt} to ${endsAt}`,
    provider,
    <Tag tone={standing.tone}>{standing.word}</Tag>,
    mark ? `${markInWords(mark)}${mark.note ? `. ${mark.note}` : ''}` : 'No mark yet',
    <a class="govuk-link" href={`/placements/${placementId}/attendance`}>
      {placement}
    </a>,
  ]
}
