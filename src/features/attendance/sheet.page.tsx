import { addDays, type IsoDate } from '#domain/dates.ts'
import { dayInWords, momentInWords, shortDayInWords } from '#domain/london-time.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  EmptyState,
  Layout,
  PageHeading,
  Table,
} from '#govuk/index.ts'
import { csvFile } from '#platform/http/csv-file.ts'
import { OnDay } from '#platform/http/on-day.ts'
import { download, page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { type SheetRow, sheetOf } from './sheet.query.ts'
import { markInWords } from './words.ts'

const load = ({ tx, me, query, today }: Visit<string, { on?: IsoDate | undefined }>) =>
  sheetOf(tx, me, query.on && query.on <= today ? query.on : today)

const viewed = ({ monday, rows }: { monday: IsoDate; rows: readonly SheetRow[] }) => ({
  event: 'attendance.viewed' as const,
  subjectKind: 'attendance',
  detail: { week: monday, rows: rows.length },
})

/** The week for a school to enter into its own register: codes with their reason, on screen, on paper, as a file. */
export const sheetPage = page({
  path: '/attendance/week',
  permission: 'attendance.sheet',
  query: OnDay,
  load,
  discloses: viewed,
  view: ({ monday, week, rows }, { today, me }) => (
    <Layout
      title="Week for your register"
      wide
      before={<BackLink href="/attendance">Attendance</BackLink>}
    >
      <PageHeading
        caption={`${me.organisationName}, week of ${dayInWords(monday)}${week ? `, which is week ${week.letter}` : ''}`}
      >
        Week for your register
      </PageHeading>
      <p class="govuk-body">
        Codes that fit what the provider said (School Attendance Regulations 2024). You decide and
        enter them; a child who did not arrive is never B or K.
      </p>
      <p class="govuk-body govuk-!-display-none-print">
        Print this page with your browser. Menus and links stay off the paper.
      </p>
      <ButtonGroup>
        <Button variant="secondary" href={`/attendance/week?on=${addDays(monday, -7)}`}>
          The week before
        </Button>
        {addDays(monday, 7) <= today && (
          <Button variant="secondary" href={`/attendance/week?on=${addDays(monday, 7)}`}>
            The week after
          </Button>
        )}
        <Button variant="secondary" href={`/attendance/week/export?on=${monday}`}>
          Download as CSV
        </Button>
      </ButtonGroup>
      {rows.length === 0 ? (
        <EmptyState title="No child of your school had a session this week">
          Children on your roll appear here in the weeks of their placement.
        </EmptyState>
      ) : (
        [...Map.groupBy(rows, ({ session }) => session.childId).values()].map(mine => (
          <Table
            caption={`${mine[0]?.session.child ?? ''}${mine[0]?.upn ? `, UPN ${mine[0].upn}` : ''}`}
            head={['Day', 'Session', 'Code', 'Why', 'Provider', 'Said by']}
            rows={mine.map(({ session, half, suggested, shared }) => [
              shortDayInWords(session.day),
              half,
              suggested.code ? <strong>{suggested.code}</strong> : 'None yet',
              shared ? `${suggested.why}. ${oneCode}` : suggested.why,
              `${session.provider}, ${session.startsAt} to ${session.endsAt}${session.inWeeks === 'every' ? '' : `, in week ${session.inWeeks} only`}`,
              saidBy(session),
            ])}
          />
        ))
      )}
    </Layout>
  ),
})

const oneCode = 'More than one session in this half-day: your register takes one code'

const saidBy = ({ mark, first }: SheetRow['session']) =>
  mark
    ? `${mark.person ?? 'Somebody'}, ${momentInWords(mark.at)}${first ? ' (corrected)' : ''}`
    : 'Nobody yet'

export const sheetCsv = download({
  path: '/attendance/week/export',
  permission: 'attendance.sheet',
  query: OnDay,
  load,
  discloses: viewed,
  body({ monday, rows }, visit) {
    visit.audit({
      event: 'export.made',
      subjectKind: 'attendance',
      detail: { week: monday, rows: rows.length },
    })
    return csvFile(`register-${monday}`, columns, rows)
  },
})

const columns: readonly ExportColumn<SheetRow>[] = [
  { heading: 'UPN', value: row => row.upn },
  { heading: 'Child', value: row => row.session.child },
  { heading: 'Date', value: row => row.session.day },
  { heading: 'Session', value: row => row.half },
  { heading: 'Suggested code', value: row => row.suggested.code },
  { heading: 'Why', value: row => row.suggested.why },
  { heading: 'Shares its half-day', value: row => (row.shared ? 'yes' : 'no') },
  { heading: 'Provider', value: row => row.session.provider },
  { heading: 'From', value: row => row.session.startsAt },
  { heading: 'To', value: row => row.session.endsAt },
  {
    heading: 'The provider said',
    value: row => (row.session.mark ? markInWords(row.session.mark) : ''),
  },
  { heading: 'Note', value: row => row.session.mark?.note },
  { heading: 'Said by', value: row => row.session.mark?.person },
  { heading: 'Said at', value: row => row.session.mark?.at.toISOString() },
  { heading: 'Corrected', value: row => (row.session.first ? 'yes' : 'no') },
]
