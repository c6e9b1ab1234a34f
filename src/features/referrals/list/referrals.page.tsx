import { z } from 'zod'
import { londonDay } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { writeReference } from '#domain/reference.ts'
import {
  ActionBar,
  Button,
  EmptyState,
  Filter,
  Layout,
  PageHeading,
  Pagination,
  Select,
  SortableTable,
  SubNavigation,
  TextInput,
} from '#govuk/index.ts'
import { download, page } from '#platform/http/page.tsx'
import { writeCsv } from '#platform/spreadsheet/write-csv.ts'
import { StatusTag, statusWords } from '../case/case-layout.tsx'
import { type RouteKey, routes } from '../route.ts'
import {
  type ListedReferral,
  pageSize,
  referralList,
  sortKeys,
  type Tab,
  tabCounts,
  tabs,
} from './referrals.query.ts'

const tabKeys = Object.keys(tabs) as [Tab, ...Tab[]]
const routeKeys = Object.keys(routes) as [RouteKey, ...RouteKey[]]

const query = z.object({
  tab: z.enum(tabKeys).catch('sent'),
  search: z.string().max(100).optional().catch(undefined),
  route: z.enum(routeKeys).optional().catch(undefined),
  sort: z.enum(sortKeys).catch('reference'),
  direction: z.enum(['ascending', 'descending']).catch('descending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
type Query = z.infer<typeof query>

const waitingWords: Readonly<Record<string, string>> = {
  us: 'The co-ordinator',
  school: 'The school',
  admissions: 'School Admissions',
  panel: 'The panel',
  'virtual-school': 'The Virtual School',
  sena: 'SENA',
  others: 'Others',
}

const listed = (rows: readonly ListedReferral[]) =>
  rows.length === 0
    ? []
    : ({
        event: 'referral.listed',
        subjectKind: 'referrals',
        detail: { count: rows.length },
      } as const)

/** All referrals that the reader may see, by what is to be done with them. */
export const referralsPage = page({
  path: '/referrals',
  permission: 'referral.read',
  query,
  load: async ({ tx, me, query: filter }) => ({
    rows: await referralList(tx, me, filter, filter.page),
    counts: await tabCounts(tx, me),
    filter,
  }),
  discloses: ({ rows }) => listed(rows),
  view: ({ rows, counts, filter }, { me }) => {
    const total = Number(rows[0]?.total ?? 0)
    const writes = may(me, 'referral.write') && me.organisationKind === 'school'
    const shown = tabKeys.filter(tab => tab !== 'drafts' || writes || counts.drafts > 0)
    return (
      <Layout title="Referrals" wide>
        <ActionBar actions={writes && <Button href="/referrals/new">Refer a child</Button>}>
          <PageHeading>Referrals</PageHeading>
        </ActionBar>
        <SubNavigation
          label="Referrals"
          items={shown.map(tab => ({
            text: `${tabs[tab]} (${counts[tab]})`,
            href: hrefOf({ ...filter, tab, page: 1 }),
            active: tab === filter.tab,
          }))}
        />
        <Filter
          action="/referrals"
          clearHref={hrefOf({ ...query.parse({}), tab: filter.tab })}
          tags={filterTags(filter)}
          results={
            rows.length === 0 ? (
              <NoReferrals filter={filter} writes={writes} />
            ) : (
              <>
                <ListTable rows={rows} filter={filter} />
                <Pagination
                  page={filter.page}
                  pageSize={pageSize}
                  total={total}
                  things="referrals"
                  href={page => hrefOf({ ...filter, page })}
                />
                <p class="govuk-body">
                  <a class="govuk-link" href={hrefOf(filter, '/referrals/export')}>
                    Download this list (CSV)
                  </a>
                </p>
              </>
            )
          }
        >
          <input type="hidden" name="tab" value={filter.tab} />
          <TextInput
            name="search"
            form={{ values: { search: filter.search }, errors: {} }}
            label="Name or reference"
          />
          <Select
            name="route"
            form={{ values: { route: filter.route }, errors: {} }}
            label="Route"
            items={{ '': 'Any', ...routes }}
          />
        </Filter>
      </Layout>
    )
  },
})

const hrefOf = (filter: Query, path = '/referrals') => {
  const set = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '')
  return `${path}?${new URLSearchParams(set.map(([key, value]) => [key, String(value)]))}`
}

const filterTags = (filter: Query) =>
  [
    filter.search && {
      label: 'Search',
      text: filter.search,
      removeHref: hrefOf({ ...filter, search: undefined, page: 1 }),
    },
    filter.route && {
      label: 'Route',
      text: routes[filter.route],
      removeHref: hrefOf({ ...filter, route: undefined, page: 1 }),
    },
  ].filter(tag => typeof tag === 'object')

const ListTable = ({ rows, filter }: { rows: readonly ListedReferral[]; filter: Query }) => (
  <SortableTable
    caption={tabs[filter.tab]}
    captionHidden
    narrow="cards"
    firstCellIsHeader
    columns={[
      { key: 'name', text: 'Child' },
      { key: 'reference', text: 'Reference', first: 'descending' },
      { key: 'school', text: 'Referred by' },
      { text: 'Route' },
      { key: 'status', text: 'Status' },
      { text: 'Waiting for' },
      { key: 'sent', text: 'Sent', first: 'descending' },
    ]}
    sort={{ key: filter.sort, direction: filter.direction }}
    href={({ key, direction }) => hrefOf({ ...filter, sort: key, direction, page: 1 })}
    rows={rows.map(row => [
      <a
        class="govuk-link"
        href={row.status === 'draft' ? `/referrals/${row.id}` : `/cases/${row.id}`}
      >
        {row.forename} {row.surname}
      </a>,
      writeReference('referral', row.reference),
      row.school,
      row.route ? routes[row.route as RouteKey] : '',
      <StatusTag status={row.status} />,
      row.waitingFor ? waitingWords[row.waitingFor] : '',
      row.sentAt
        ? shortDayInWords(londonDay(row.sentAt))
        : `Started ${shortDayInWords(londonDay(row.startedAt))}`,
    ])}
  />
)

const NoReferrals = ({ filter, writes }: { filter: Query; writes: boolean }) =>
  filter.search || filter.route ? (
    <EmptyState
      title="Nothing fits these filters"
      action={
        <a class="govuk-link" href={hrefOf({ ...query.parse({}), tab: filter.tab })}>
          Clear the filters
        </a>
      }
    />
  ) : (
    <EmptyState
      title={`No referral under “${tabs[filter.tab]}”`}
      action={
        writes && (
          <a class="govuk-link" href="/referrals/new">
            Refer a child
          </a>
        )
      }
    />
  )

/** The same list as a file, under the same filters. */
export const referralsExport = download({
  path: '/referrals/export',
  permission: 'referral.read',
  query,
  load: ({ tx, me, query: filter }) => referralList(tx, me, filter),
  discloses: rows => ({
    event: 'export.made',
    subjectKind: 'referrals',
    detail: { count: rows.length },
  }),
  body: (rows, { today }) =>
    new Response(writeCsv(columns, rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="referrals-${today}.csv"`,
      },
    }),
})

const columns = [
  {
    heading: 'Reference',
    value: (row: ListedReferral) => writeReference('referral', row.reference),
  },
  { heading: 'Forename', value: (row: ListedReferral) => row.forename },
  { heading: 'Surname', value: (row: ListedReferral) => row.surname },
  { heading: 'Referred by', value: (row: ListedReferral) => row.school },
  { heading: 'Partnership', value: (row: ListedReferral) => row.partnership },
  {
    heading: 'Route',
    value: (row: ListedReferral) => (row.route ? routes[row.route as RouteKey] : ''),
  },
  {
    heading: 'Status',
    value: (row: ListedReferral) => statusWords[row.status] ?? row.status,
  },
  {
    heading: 'Waiting for',
    value: (row: ListedReferral) => (row.waitingFor ? waitingWords[row.waitingFor] : ''),
  },
  {
    heading: 'Sent',
    value: (row: ListedReferral) => (row.sentAt ? londonDay(row.sentAt) : ''),
  },
]
