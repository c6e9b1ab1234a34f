import { londonDay } from '#domain/dates.ts'
import { levelWords, recordKinds, recordName, whoseRecord } from '#features/findings/index.ts'
import { csvFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { ruleCalled } from '#rules/registry.ts'
import { type ListedFinding, listedFindings } from './findings.query.ts'
import { ListQuery } from './list-query.ts'

const most = 50_000

/** The list as it is narrowed on screen, whole. It names records by their references, and no child. */
export const findingsCsv = download({
  path: '/findings/export',
  permission: 'finding.read',
  query: ListQuery,
  load: ({ tx, me, now, query }) => listedFindings(tx, me, now, query, { limit: most, offset: 0 }),
  discloses: rows => ({
    event: 'export.made',
    subjectKind: 'finding',
    detail: { rows: rows.length },
  }),
  body: (rows, visit) => csvFile(`findings-${visit.today}`, columns, rows),
})

const columns: readonly ExportColumn<ListedFinding>[] = [
  { heading: 'Record', value: recordName },
  { heading: 'Kind', value: row => recordKinds[row.kind] },
  { heading: 'Rule', value: row => row.rule },
  { heading: 'Title', value: row => ruleCalled(row.rule)?.title },
  { heading: 'Level', value: row => levelWords[row.level].word },
  { heading: 'What it says', value: row => row.message },
  { heading: 'Since', value: row => londonDay(row.since) },
  { heading: 'Due', value: row => row.due },
  { heading: 'Owner', value: row => row.owner ?? whoseRecord(row) },
  { heading: 'Accepted by', value: row => row.acceptedName },
  { heading: 'Accepted because', value: row => row.acceptedReason },
]
