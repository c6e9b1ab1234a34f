import { londonDay } from '#domain/dates.ts'
import { csvFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { kindWords, levelWords, statusWords } from './concern.ts'
import { sourceOf } from './concern-table.tsx'
import { type Concern, concerns } from './concerns.query.ts'
import { ConcernsQuery } from './concerns-query.ts'

const most = 10_000

/** The list as it is narrowed on screen. What was said stays on the concern’s own page, where its reading is remembered. */
export const concernsCsv = download({
  path: '/concerns/export',
  permission: 'concern.read',
  query: ConcernsQuery,
  load: ({ tx, query }) => concerns(tx, query, { limit: most, offset: 0 }),
  discloses: rows => ({
    event: 'export.made',
    subjectKind: 'concern',
    detail: { rows: rows.length },
  }),
  body: (rows, { today }) => csvFile(`concerns-${today}`, columns, rows),
})

const columns: readonly ExportColumn<Concern>[] = [
  { heading: 'Concern', value: row => row.name },
  { heading: 'Provider', value: row => row.providerName },
  { heading: 'About', value: row => kindWords[row.kind] },
  { heading: 'Level', value: row => levelWords[row.level].word },
  { heading: 'Status', value: row => statusWords[row.status].word },
  { heading: 'Raised', value: row => londonDay(row.raisedAt) },
  { heading: 'By', value: sourceOf },
  { heading: 'Closed', value: row => (row.closedAt ? londonDay(row.closedAt) : '') },
  { heading: 'Outcome', value: row => row.outcome ?? '' },
]
