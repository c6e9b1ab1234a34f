import type { VNode } from 'preact'
import { may } from '#domain/permissions.ts'
import { ActionBar, Button, Filter, Layout, PageHeading } from '#govuk/index.ts'
import { csvFile } from '#platform/http/csv-file.ts'
import { download, page } from '#platform/http/page.tsx'
import { GoTo } from '#platform/http/respond.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { statusWords } from '../lifecycle.ts'
import { type ListedVisit, listedVisits } from './list.query.ts'
import { isNarrowed, listHref, VisitQuery } from './list-query.ts'
import {
  gradesInWords,
  VisitFields,
  VisitsNavigation,
  VisitTable,
  visitTags,
} from './visit-table.tsx'

/** Every visit of which the reader may know, wherever it stands. */
export const visitsPage = page({
  path: '/visits',
  permission: 'visit.read',
  discloses: 'nothing personal',
  query: VisitQuery,
  load: async visit => ({
    me: visit.me,
    query: visit.query,
    ...(await listedVisits(visit, visit.query)),
  }),
  view: model => (
    <Listing
      {...model}
      path="/visits"
      title="Visits to providers"
      empty="No visit is planned or recorded yet."
      action={may(model.me, 'visit.write') && <Button href="/visits/plan">Plan a visit</Button>}
    />
  ),
})

/** The published reports, which all commissioners share. */
export const libraryPage = page({
  path: '/visits/library',
  permission: 'visit.read',
  discloses: 'nothing personal',
  query: VisitQuery,
  load: async visit => ({
    query: visit.query,
    ...(await listedVisits(visit, visit.query, { library: true })),
  }),
  view: model => (
    <Listing
      {...model}
      path="/visits/library"
      title="Library of visit reports"
      empty="No report is published yet. A report comes here once it is moderated and published."
      action={false}
    />
  ),
})

/** The way from a provider’s own pages to its visits. */
export const visitsOfProviderPage = page({
  path: '/providers/:provider/visits',
  permission: 'visit.read',
  discloses: 'nothing personal',
  load: async ({ params }): Promise<never> => {
    throw new GoTo(`/visits?provider=${params.provider}`)
  },
  view: () => <Layout title="" />,
})

const Listing = ({
  path,
  title,
  query,
  rows,
  total,
  empty,
  action,
}: {
  path: '/visits' | '/visits/library'
  title: string
  query: VisitQuery
  rows: readonly ListedVisit[]
  total: number
  empty: string
  action: VNode | false
}) => (
  <Layout title={title} wide>
    <ActionBar
      actions={
        <>
          {action}{' '}
          <Button href={listHref(query, {}, `${path}/export`)} variant="secondary">
            Download as CSV
          </Button>
        </>
      }
    >
      <PageHeading>{title}</PageHeading>
    </ActionBar>
    <VisitsNavigation at={path === '/visits' ? 'visits' : 'library'} />
    <Filter
      action={path}
      tags={visitTags(query, path, rows)}
      clearHref={isNarrowed(query) ? path : undefined}
      results={<VisitTable path={path} query={query} rows={rows} total={total} empty={empty} />}
    >
      <VisitFields query={query} library={path === '/visits/library'} />
    </Filter>
  </Layout>
)

const exportOf = (path: '/visits/export' | '/visits/library/export') =>
  download({
    path,
    permission: 'visit.read',
    discloses: 'nothing personal',
    query: VisitQuery,
    load: async visit => {
      const library = path === '/visits/library/export'
      const asked = { ...visit.query, page: 1 }
      return (await listedVisits(visit, asked, { size: 10_000, library })).rows
    },
    body(rows, visit) {
      visit.audit({ event: 'export.made', subjectKind: 'visit', detail: { rows: rows.length } })
      return csvFile(`visits-${visit.today}`, columns, rows)
    },
  })
export const visitsExport = exportOf('/visits/export')
export const libraryExport = exportOf('/visits/library/export')

const columns: readonly ExportColumn<ListedVisit>[] = [
  { heading: 'Visit', value: row => row.name },
  { heading: 'Provider', value: row => row.providerName },
  { heading: 'Site', value: row => row.siteName },
  { heading: 'Made by', value: row => row.commissionerName },
  { heading: 'Planned for', value: row => row.planned_on },
  { heading: 'Visited on', value: row => row.visited_on },
  { heading: 'Annual assessment', value: row => (row.annual_assessment ? 'Yes' : 'No') },
  { heading: 'Judgements', value: row => gradesInWords(row.grades) },
  { heading: 'Actions open', value: row => row.actionsOpen, kind: 'number' },
  { heading: 'Actions overdue', value: row => row.actionsOverdue, kind: 'number' },
  { heading: 'Pupils spoken to', value: row => row.pupils_spoken_to, kind: 'number' },
  { heading: 'Status', value: row => statusWords[row.status].word },
]
