import {
  type Cell,
  type Column,
  Filter,
  Layout,
  Pagination,
  SortableTable,
  Tag,
} from '#govuk/index.ts'
import { rowsOfPage, sortOf } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { ApprovalTag } from '../approval/approval-tag.tsx'
import { needWords, wordsOf } from '../words.ts'
import { directory, type ListedProvider, looksAtAssurance } from './directory.query.ts'
import { DirectoryFields, directoryTags } from './directory-filter.tsx'
import { DirectoryHeading } from './directory-heading.tsx'
import {
  assuranceWords,
  DirectoryQuery,
  directoryHref,
  isNarrowed,
  type SortKey,
} from './directory-query.ts'

const size = 25

/** Who gives alternative provision, for whom, where, and with how much room. */
export const directoryPage = page({
  path: '/providers',
  permission: 'provider.read',
  discloses: 'nothing personal',
  query: DirectoryQuery,
  load: async ({ tx, me, today, query }) => {
    const pageOf = (page: number) => directory(tx, { query, me, today }, rowsOfPage({ page }, size))
    const rows = await pageOf(query.page)
    // A page that the list has no longer: its first one instead.
    return rows.length === 0 && query.page > 1
      ? { me, query: { ...query, page: 1 }, rows: await pageOf(1) }
      : { me, query, rows }
  },
  view: ({ me, query, rows }) => (
    <Layout title="Providers" wide>
      <DirectoryHeading
        me={me}
        shown="list"
        query={query}
        exportHref={directoryHref(query, {}, '/providers/export')}
      />
      <Filter
        action="/providers"
        tags={directoryTags(query, '/providers')}
        clearHref={isNarrowed(query) ? '/providers' : undefined}
        results={<Results me={me} query={query} rows={rows} />}
      >
        <DirectoryFields query={query} assures={looksAtAssurance(me)} />
      </Filter>
    </Layout>
  ),
})

function Results({
  me,
  query,
  rows,
}: {
  me: Me
  query: DirectoryQuery
  rows: readonly ListedProvider[]
}) {
  const assures = looksAtAssurance(me)
  return (
    <>
      <SortableTable
        caption="Providers"
        captionHidden
        firstCellIsHeader
        columns={columnsFor(assures)}
        sort={sortOf(query)}
        href={({ key, direction }) => directoryHref(query, { sort: key, direction })}
        rows={rows.map(row => cellsOf(row, assures))}
        empty={
          isNarrowed(query)
            ? 'Nothing matches. Clear the filters to see all.'
            : 'There are no providers yet.'
        }
      />
      <Pagination
        page={query.page}
        pageSize={size}
        total={Number(rows[0]?.total ?? 0)}
        things="providers"
        href={page => directoryHref(query, { page })}
      />
    </>
  )
}

const columnsFor = (assures: boolean): Column<SortKey>[] => [
  { key: 'name', text: 'Provider' },
  { key: 'town', text: 'Where' },
  { text: 'For' },
  { text: 'Key stages' },
  { key: 'free', text: 'Free sessions a week', format: 'numeric', first: 'descending' },
  ...(assures ? [{ key: 'assurance', text: 'Assurance' } as const, { text: 'Approval' }] : []),
]

const cellsOf = (row: ListedProvider, assures: boolean): Cell[] => {
  const { word, tone } = assuranceWords[row.assurance]
  return [
    <a class="govuk-link" href={`/providers/${row.id}`}>
      {row.name}
    </a>,
    row.towns.join(', ') || 'Not known',
    wordsOf(needWords, row.needs) || 'Not said',
    row.key_stages.join(', ') || 'Not said',
    { children: row.free ?? 'Not known', format: 'numeric' },
    ...(assures
      ? [
          <a
            class="govuk-link govuk-link--no-underline"
            href={`/providers/${row.id}/${row.assurance === 'stops' ? 'findings' : 'evidence'}`}
          >
            <Tag tone={tone}>{word}</Tag>
          </a>,
          row.standing ? (
            <a class="govuk-link govuk-link--no-underline" href={`/providers/${row.id}/approval`}>
              <ApprovalTag standing={row.standing} />
            </a>
          ) : (
            ''
          ),
        ]
      : []),
  ]
}
