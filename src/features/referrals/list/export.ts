import { londonDay } from '#domain/dates.ts'
import { writeReference } from '#domain/reference.ts'
import { csvFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import { statusWords } from '../case/case-layout.tsx'
import { type RouteKey, routes } from '../route.ts'
import { listQuery } from './list-address.ts'
import { waitingWords } from './list-table.tsx'
import { type ListedReferral, referralList } from './referrals.query.ts'

/** The same list as a file, under the same filters. */
export const referralsExport = download({
  path: '/referrals/export',
  permission: 'referral.read',
  query: listQuery,
  load: ({ tx, me, query: filter }) => referralList(tx, me, filter),
  discloses: rows => ({
    event: 'export.made',
    subjectKind: 'referrals',
    detail: { count: rows.length },
  }),
  body: (rows, { today }) => csvFile(`referrals-${today}`, columns, rows),
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
