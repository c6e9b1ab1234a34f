import { csvFile, mostInAFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { commissionerWords } from '../placement.query.ts'
import { routeWords, statusWords } from '../words.ts'
import { type Listed, ListQuery, listedPlacements } from './list.query.ts'

/** The list as it is narrowed on screen, up to fifty rows. */
export const placementsCsv = download({
  path: '/placements/export',
  permission: 'placement.read',
  query: ListQuery,
  load: visit => listedPlacements(visit, visit.query, { limit: mostInAFile, offset: 0 }),
  discloses: rows => ({
    event: 'export.made',
    subjectKind: 'placement',
    detail: { rows: rows.length, tab: 'placements' },
  }),
  body: (rows, visit) => csvFile(`placements-${visit.today}`, columns, rows),
})

const columns: readonly ExportColumn<Listed>[] = [
  { heading: 'Placement', value: row => row.name },
  { heading: 'Child', value: row => row.childName },
  { heading: 'Provider', value: row => row.providerName },
  { heading: 'Commissioner', value: commissionerWords },
  { heading: 'Route', value: row => routeWords(row.route) },
  { heading: 'From', value: row => row.started_on ?? row.planned_start_on },
  { heading: 'To', value: row => row.ended_on ?? row.planned_end_on },
  { heading: 'Status', value: row => statusWords[row.status].word },
]
