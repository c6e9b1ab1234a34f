import { londonDay } from '#domain/dates.ts'
import { shortDayInWords } from '#domain/london-time.ts'
import { writeReference } from '#domain/reference.ts'
import { EmptyState, SortableTable } from '#govuk/index.ts'
import { sortOf } from '#platform/http/list-query.ts'
import { StatusTag } from '../case/case-layout.tsx'
import { editHref } from '../edit-href.ts'
import { type RouteKey, routes } from '../route.ts'
import { hrefOf, type ListQuery, listQuery } from './list-address.ts'
import { type ListedReferral, type Tab, tabs } from './referrals.query.ts'

export const waitingWords: Readonly<Record<string, string>> = {
  us: 'The co-ordinator',
  school: 'The school',
  admissions: 'School Admissions',
  panel: 'The panel',
  'virtual-school': 'The Virtual School',
  sena: 'SENA',
  others: 'Others',
}

export const ListTable = ({
  rows,
  filter,
}: {
  rows: readonly ListedReferral[]
  filter: ListQuery
}) => (
  <SortableTable
    caption={tabs[filter.tab]}
    captionHidden
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
    sort={sortOf(filter)}
    href={({ key, direction }) => hrefOf(filter, { sort: key, direction })}
    rows={rows.map(row => [
      <a class="govuk-link" href={row.status === 'draft' ? editHref(row) : `/cases/${row.id}`}>
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

export const NoReferrals = ({ filter, writes }: { filter: ListQuery; writes: boolean }) =>
  filter.search || filter.route ? (
    <EmptyState
      title="Nothing fits these filters"
      action={
        <a class="govuk-link" href={hrefOf(listQuery.parse({ tab: filter.tab }))}>
          Clear the filters
        </a>
      }
    />
  ) : (
    <EmptyState
      title={emptyWords[filter.tab]}
      action={
        writes && (
          <a class="govuk-link" href="/referrals/new">
            Refer a child
          </a>
        )
      }
    />
  )

const emptyWords: Readonly<Record<Tab, string>> = {
  drafts: 'You have no drafts',
  sent: 'No referral has been sent yet',
  'waiting-for-us': 'No referral waits for you',
  decided: 'No referral has been decided yet',
  ended: 'No referral has been withdrawn or closed',
}
