import { londonDay } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { NoBreak, SortableTable, Table, Tag } from '#govuk/index.ts'
import { sortOf } from '#platform/http/list-query.ts'
import { kindWords } from '../report.ts'
import type { Listed } from './list.query.ts'
import { type ReportsQuery, reportsHref } from './list-query.ts'

const link = (report: Listed) => (
  <a class="govuk-link" href={`/provider-reports/${report.id}`}>
    <NoBreak>{report.name}</NoBreak>
  </a>
)

const kind = (report: Listed) => (
  <>
    {kindWords[report.kind]}
    {report.safeguarding && ', with a safeguarding part'}
  </>
)

/** The time or the day that a report is about. */
export const aboutWhen = ({ kind, period_from, period_to, happened_on }: Listed): string =>
  kind === 'progress'
    ? period_from && period_to
      ? `${shortDayInWords(period_from)} to ${shortDayInWords(period_to)}`
      : 'Not said'
    : happened_on
      ? shortDayInWords(happened_on)
      : 'Not said'

export const sentWords = ({ status, sent_at }: Listed) =>
  status === 'sent' && sent_at ? shortDayInWords(londonDay(sent_at)) : 'Draft'

export const StandingTag = ({ report }: { report: Listed }) =>
  report.status === 'draft' ? (
    <Tag tone="grey">Draft</Tag>
  ) : report.is_answered ? (
    <Tag tone="green">Answered</Tag>
  ) : report.is_read ? (
    <Tag>Read</Tag>
  ) : (
    <Tag tone="orange">Not read yet</Tag>
  )

export const ReportTable = ({
  query,
  rows,
  own,
  empty,
}: {
  query: ReportsQuery
  rows: readonly Listed[]
  /** All of the reader’s own provider, which need not be said in each row. */
  own: boolean
  empty: string
}) => (
  <SortableTable
    caption="Reports"
    captionHidden
    columns={[
      { text: 'Report' },
      { key: 'kind', text: 'Kind' },
      { key: 'child', text: 'Child' },
      ...(own ? [] : [{ key: 'provider' as const, text: 'Provider' }]),
      { text: 'About' },
      { key: 'sent', text: 'Sent', first: 'descending' },
      { text: 'Standing' },
    ]}
    sort={sortOf(query)}
    href={({ key, direction }) => reportsHref(query, { sort: key, direction })}
    rows={rows.map(report => [
      link(report),
      kind(report),
      report.childName,
      ...(own ? [] : [report.providerName]),
      aboutWhen(report),
      sentWords(report),
      <StandingTag report={report} />,
    ])}
    empty={empty}
  />
)

/** The reports of one placement, the newest first. */
export const PlainReportTable = ({ rows, empty }: { rows: readonly Listed[]; empty: string }) => (
  <Table
    caption="What was reported"
    head={['Report', 'Kind', 'About', 'Sent', 'Standing']}
    rows={rows.map(report => [
      link(report),
      kind(report),
      aboutWhen(report),
      sentWords(report),
      <StandingTag report={report} />,
    ])}
    empty={empty}
  />
)
