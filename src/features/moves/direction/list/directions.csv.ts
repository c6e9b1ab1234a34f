import { csvFile, mostInAFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { purposes, statusWords } from '../direction.ts'
import { type Listed, ListQuery, listedDirections } from './list.query.ts'

/** The list as it is narrowed on screen, up to fifty rows. */
export const directionsCsv = download({
  path: '/directions/export',
  permission: 'direction.read',
  query: ListQuery,
  load: ({ tx, query }) => listedDirections(tx, query, { limit: mostInAFile, offset: 0 }),
  discloses: rows => ({
    event: 'export.made',
    subjectKind: 'direction',
    detail: { rows: rows.length, tab: 'directions' },
  }),
  body: (rows, visit) => csvFile(`off-site-directions-${visit.today}`, columns, rows),
})

const columns: readonly ExportColumn<Listed>[] = [
  { heading: 'Child', value: row => row.childName },
  { heading: 'School', value: row => row.schoolName },
  { heading: 'Purpose', value: row => purposes[row.purpose] },
  { heading: 'From', value: row => row.start_on },
  { heading: 'Until', value: row => row.end_on },
  { heading: 'Next review', value: row => row.review_on },
  { heading: 'Status', value: row => statusWords[row.status].word },
]
