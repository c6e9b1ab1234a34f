import { BackLink, DownloadList, Layout, PageHeading, Table } from '#govuk/index.ts'
import { csvFile } from '#platform/http/csv-file.ts'
import { download, page } from '#platform/http/page.tsx'
import { type CoverageRow, coverage } from './coverage.query.ts'
import { AssuranceNavigation } from './navigation.tsx'

/** Which schools have answered for the children whom they placed, the most overdue first. Counts, no child. */
export const coveragePage = page({
  path: '/questionnaires/coverage',
  permission: 'questionnaire.coverage',
  discloses: 'nothing personal',
  load: ({ tx, today }) => coverage(tx, today),
  view: (rows, { me }) => (
    <Layout
      title="Coverage by school"
      before={<BackLink href="/questionnaires">Questionnaires</BackLink>}
    >
      <PageHeading>Questionnaires by school</PageHeading>
      <AssuranceNavigation me={me} />
      <Table
        caption="Schools that buy provision directly for a child of this authority"
        captionHidden
        head={columns.map(({ heading }) => heading)}
        rows={rows.map(row => [
          <a class="govuk-link" href={`/questionnaires?tab=all&school=${row.school_id}`}>
            {row.school}
          </a>,
          ...columns.slice(1).map(({ value }) => value(row)),
        ])}
        empty="No school buys provision directly for a child whom this authority looks after."
      />
      {rows.length > 0 && <DownloadList href="/questionnaires/coverage/export" />}
    </Layout>
  ),
})

export const coverageExport = download({
  path: '/questionnaires/coverage/export',
  permission: 'questionnaire.coverage',
  load: ({ tx, today }) => coverage(tx, today),
  discloses: rows => ({
    event: 'export.made',
    subjectKind: 'questionnaire coverage',
    detail: { count: rows.length },
  }),
  body: (rows, { today }) => csvFile(`questionnaires-by-school-${today}`, columns, rows),
})

const columns = [
  { heading: 'School', value: (row: CoverageRow) => row.school },
  { heading: 'Children at providers', value: (row: CoverageRow) => row.placed },
  { heading: 'To be answered', value: (row: CoverageRow) => row.owed },
  { heading: 'Overdue', value: (row: CoverageRow) => row.overdue },
  { heading: 'Sent back', value: (row: CoverageRow) => row.sentBack },
  { heading: 'Returned', value: (row: CoverageRow) => row.returned },
  { heading: 'Accepted', value: (row: CoverageRow) => row.accepted },
  { heading: 'Not needed', value: (row: CoverageRow) => row.setAside },
]
