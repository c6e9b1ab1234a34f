import { shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import {
  DownloadList,
  Filter,
  Layout,
  PageHeading,
  Pagination,
  SortableTable,
  SubNavigation,
} from '#govuk/index.ts'
import { mostInAFile } from '#platform/http/csv-file.ts'
import { rowsOfPage, sortOf } from '#platform/http/list-query.ts'
import { page } from '#platform/http/page.tsx'
import { endWords, PlacementTag } from '../placement-table.tsx'
import {
  type Listed,
  ListQuery,
  listedPlacements,
  listHref,
  type Tab,
  tabCounts,
  tabs,
} from './list.query.ts'
import { FilterFields, isNarrowed, nothing, tagsOf } from './list-filter.tsx'

const size = 25

/** Every placement that the reader may see, by where it stands. */
export const placementsPage = page({
  path: '/placements',
  permission: 'placement.read',
  query: ListQuery,
  load: async visit => ({
    query: visit.query,
    counts: await tabCounts(visit),
    rows: await listedPlacements(visit, visit.query, rowsOfPage(visit.query, size)),
  }),
  discloses: ({ rows }) =>
    rows.length === 0
      ? []
      : { event: 'placement.listed', subjectKind: 'placement', detail: { count: rows.length } },
  view: ({ query, counts, rows }, { me }) => (
    <Layout title="Placements" wide>
      <PageHeading>Placements</PageHeading>
      <SubNavigation
        label="Placements"
        items={[
          ...(Object.keys(tabs) as Tab[]).map(tab => ({
            text: `${tabs[tab]} (${counts[tab]})`,
            href: listHref(query, { tab }),
            active: tab === query.tab,
          })),
          ...(may(me, 'attendance.read')
            ? [{ text: 'Attendance today', href: '/attendance', active: false }]
            : []),
          ...(may(me, 'attendance.sheet')
            ? [{ text: 'Week for your register', href: '/attendance/week', active: false }]
            : []),
        ]}
      />
      <Filter
        action="/placements"
        clearHref={isNarrowed(query) ? listHref(query, nothing) : undefined}
        tags={tagsOf(query)}
        results={<Results query={query} rows={rows} />}
      >
        <input type="hidden" name="tab" value={query.tab} />
        <FilterFields query={query} />
      </Filter>
    </Layout>
  ),
})

const Results = ({ query, rows }: { query: ListQuery; rows: readonly Listed[] }) => (
  <>
    <SortableTable
      caption={tabs[query.tab]}
      captionHidden
      columns={[
        { key: 'child', text: 'Child' },
        { text: 'Placement' },
        { key: 'provider', text: 'Provider' },
        { text: 'Commissioner' },
        { key: 'from', text: 'From', first: 'descending' },
        { key: 'to', text: 'To' },
        { text: 'Status' },
      ]}
      sort={sortOf(query)}
      href={({ key, direction }) => listHref(query, { sort: key, direction })}
      rows={rows.map(row => [
        <a class="govuk-link" href={`/placements/${row.id}`}>
          {row.childName}
        </a>,
        row.name,
        row.providerName,
        row.commissionerName,
        shortDayInWords(row.started_on ?? row.planned_start_on),
        endWords(row),
        <PlacementTag status={row.status} />,
      ])}
      empty={
        isNarrowed(query)
          ? 'Nothing fits. Clear the filter to see all.'
          : 'There is none. A placement is proposed on the child’s programme.'
      }
    />
    <Pagination
      page={query.page}
      pageSize={size}
      total={rows[0]?.total ?? 0}
      things="placements"
      href={page => listHref(query, { page })}
    />
    <DownloadList
      href={listHref(query, {}, '/placements/export')}
      total={rows[0]?.total ?? 0}
      most={mostInAFile}
    />
  </>
)
