import { csvFile, mostInAFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { type Listed, ListQuery, listedRemovals } from './list.query.ts'
import { statusWords } from './status-tag.tsx'

/** The list as it is narrowed on screen, up to fifty rows. */
export const removalsCsv = download({
  path: '/removals/export',
  permission: 'removal.read',
  query: ListQuery,
  load: ({ tx, query }) => listedRemovals(tx, query, { limit: mostInAFile, offset: 0 }),
  discloses: rows => ({
    event: 'export.made',
    subjectKind: 'removal',
    detail: { rows: rows.length, tab: 'removals' },
  }),
  body: (rows, visit) => csvFile(`removals-${visit.today}`, columns, rows),
})

const columns: readonly ExportColumn<Listed>[] = [
  { heading: 'Child', value: row => row.childName },
  { heading: 'School', value: row => row.school },
  { heading: 'Ground', value: row => row.groundWords },
  { heading: 'Proposed on', value: row => row.proposed_on },
  { heading: 'Deleted on', value: row => row.deleted_on },
  { heading: 'Return made on', value: row => row.return_made_on },
  { heading: 'Status', value: row => statusWords[row.status].word },
]
