import { may } from '#domain/permissions.ts'
import {
  DownloadList,
  Filter,
  type FilterTag,
  Layout,
  PageHeading,
  Pagination,
  Select,
  TextInput,
} from '#govuk/index.ts'
import { mostInAFile } from '#platform/http/csv-file.ts'
import { rowsOfPage } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import { kindWords } from '../report.ts'
import { reports } from './list.query.ts'
import { isNarrowed, periods, ReportsQuery, reportsHref, shows } from './list-query.ts'
import { ReportTable } from './report-table.tsx'

const size = 25

/** Reports of providers: one’s own to whoever writes them, and those that reach whoever answers for the child. */
export const reportsPage = page({
  path: '/provider-reports',
  permission: 'provider-report.read',
  query: ReportsQuery,
  load: async visit => ({
    query: visit.query,
    writes: may(visit.me, 'provider-report.write'),
    rows: await reports(visit, visit.query, rowsOfPage(visit.query, size)),
  }),
  discloses: ({ rows }) =>
    rows.length === 0
      ? []
      : {
          event: 'provider-report.listed',
          subjectKind: 'provider-report',
          detail: { count: rows.length },
        },
  view: ({ query, rows, writes }) => (
    <Layout title="Reports" wide>
      <PageHeading>Reports of providers</PageHeading>
      <p class="govuk-body">
        {writes
          ? 'What your organisation reported. You keep it when a placement has ended. A report is begun from the page of the child, or from the register.'
          : 'Progress and incidents, as the providers of your children report them. The newest version of each is shown.'}
      </p>
      <Filter
        action="/provider-reports"
        tags={tagsOf(query)}
        clearHref={isNarrowed(query) ? '/provider-reports' : undefined}
        results={
          <>
            <ReportTable
              query={query}
              rows={rows}
              own={writes}
              empty={
                isNarrowed(query)
                  ? 'Nothing matches. Clear the filters to see every report.'
                  : 'Nothing has been reported yet.'
              }
            />
            <Pagination
              page={query.page}
              pageSize={size}
              total={rows[0]?.total ?? 0}
              things="reports"
              href={page => reportsHref(query, { page })}
            />
            <DownloadList
              href={reportsHref(query, {}, '/provider-reports/export')}
              total={rows[0]?.total ?? 0}
              most={mostInAFile}
            />
          </>
        }
      >
        <Fields query={query} writes={writes} />
      </Filter>
    </Layout>
  ),
})

function Fields({ query, writes }: { query: ReportsQuery; writes: boolean }) {
  const form = { values: { ...query, page: undefined }, errors: {} }
  return (
    <>
      <TextInput
        form={form}
        name="q"
        type="search"
        label={writes ? 'Child or report' : 'Child, provider or report'}
      />
      <Select form={form} name="kind" label="Kind" blank="Any" items={kindWords} />
      <Select
        form={form}
        name="show"
        label="Standing"
        blank="All"
        items={writes ? shows : { unread: shows.unread }}
      />
      <Select form={form} name="period" label="Sent" blank="At any time" items={periods} />
    </>
  )
}

const tagsOf = (query: ReportsQuery): FilterTag[] => [
  ...tag(query, 'q', 'Search', query.q),
  ...tag(query, 'kind', 'Kind', query.kind && kindWords[query.kind]),
  ...tag(query, 'show', 'Standing', query.show && shows[query.show]),
  ...tag(query, 'period', 'Sent', query.period && periods[query.period]),
]

const tag = (
  query: ReportsQuery,
  name: 'q' | 'kind' | 'show' | 'period',
  label: string,
  text: string,
): FilterTag[] => (text ? [{ label, text, removeHref: reportsHref(query, { [name]: '' }) }] : [])
