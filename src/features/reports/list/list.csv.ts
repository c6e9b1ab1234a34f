import { londonDay } from '#domain/dates.ts'
import { csvFile, mostInAFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { kindWords } from '../report.ts'
import { type Listed, reports } from './list.query.ts'
import { ReportsQuery } from './list-query.ts'

/** The list as it is narrowed on screen, up to fifty rows. What a report says stays on its own page. */
export const reportsCsv = download({
  path: '/provider-reports/export',
  permission: 'provider-report.read',
  query: ReportsQuery,
  load: visit => reports(visit, visit.query, { limit: mostInAFile, offset: 0 }),
  discloses: rows => ({
    event: 'export.made',
    subjectKind: 'provider-report',
    detail: { rows: rows.length },
  }),
  body: (rows, { today }) => csvFile(`reports-${today}`, columns, rows),
})

const columns: readonly ExportColumn<Listed>[] = [
  { heading: 'Report', value: row => row.name },
  { heading: 'Kind', value: row => kindWords[row.kind] },
  { heading: 'Placement', value: row => row.placementName },
  { heading: 'Child', value: row => row.childName },
  { heading: 'Provider', value: row => row.providerName },
  { heading: 'From', value: row => row.period_from ?? row.happened_on ?? '' },
  { heading: 'To', value: row => row.period_to ?? row.happened_on ?? '' },
  { heading: 'Sent', value: row => (row.sent_at ? londonDay(row.sent_at) : '') },
  { heading: 'Safeguarding part', value: row => (row.safeguarding ? 'Yes' : 'No') },
  { heading: 'Read', value: row => (row.is_read ? 'Yes' : 'No') },
  { heading: 'Answered', value: row => (row.is_answered ? 'Yes' : 'No') },
]
