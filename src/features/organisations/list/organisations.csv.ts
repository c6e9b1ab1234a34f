import { csvFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { organisationKinds, teamNames } from '../organisation.ts'
import { ListQuery } from './list-query.ts'
import { type ListedOrganisation, organisations } from './organisations.query.ts'

const most = 100_000

/** The list as it is narrowed on screen, whole. */
export const organisationsCsv = download({
  path: '/organisations/export',
  permission: 'organisation.read',
  discloses: 'nothing personal',
  query: ListQuery,
  load: ({ tx, query, today }) => organisations(tx, query, today, { limit: most, offset: 0 }),
  body(rows, visit) {
    const { kind } = visit.query
    visit.audit({
      event: 'export.made',
      subjectKind: 'organisation',
      detail: { kind, rows: rows.length },
    })
    return csvFile(
      `${organisationKinds[kind].toLowerCase()}-${visit.today}`,
      [...shared, ...columns[kind], ...ending],
      rows,
    )
  },
})

type Columns = readonly ExportColumn<ListedOrganisation>[]

const shared: Columns = [
  { heading: 'Name', value: row => row.name },
  { heading: 'Short name', value: row => row.short_name },
]
const ending: Columns = [
  { heading: 'Mailbox', value: row => row.mailbox },
  { heading: 'Telephone', value: row => row.telephone, kind: 'phone' },
  { heading: 'Street', value: row => row.street },
  { heading: 'Town', value: row => row.town },
  { heading: 'Postcode', value: row => row.postcode },
  { heading: 'Closed on', value: row => row.closed_on },
]
const columns: Record<ListQuery['kind'], Columns> = {
  school: [
    { heading: 'URN', value: row => row.urn },
    { heading: 'DfE number', value: row => row.dfe_number },
    { heading: 'Type', value: row => row.type_name },
    { heading: 'Phase', value: row => row.phase },
    { heading: 'Partnership', value: row => row.partnership },
  ],
  partnership: [
    { heading: 'Member schools', value: row => row.members, kind: 'number' },
    { heading: 'Contact', value: row => row.contact_name },
  ],
  provider: [
    { heading: 'Contact', value: row => row.contact_name },
    { heading: 'Contact email', value: row => row.contact_email },
  ],
  team: [{ heading: 'Team', value: row => (row.team ? teamNames[row.team] : '') }],
}
