import { roleNames } from '#domain/permissions.ts'
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { csvFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { EntriesQuery, type Entry, entries } from './entries.query.ts'
import { detailInWords } from './words.ts'

const most = 10_000

/** The entries as they are narrowed on screen, for those who look into something. */
export const auditCsv = download({
  path: '/audit/export',
  permission: 'audit.read',
  query: EntriesQuery,
  load(visit) {
    requireRecentFactor(visit)
    return entries(visit.tx, visit.query, { limit: most })
  },
  discloses: rows => ({
    event: 'export.made',
    subjectKind: 'audit',
    detail: { rows: rows.length },
  }),
  body: (rows, { today }) => csvFile(`audit-${today}`, columns, rows),
})

const columns: readonly ExportColumn<Entry>[] = [
  { heading: 'Entry', value: row => row.seq },
  { heading: 'When (UTC)', value: row => row.at.toISOString() },
  { heading: 'Who', value: row => row.person },
  { heading: 'Email', value: row => row.email },
  { heading: 'Role', value: row => row.role && roleNames[row.role] },
  { heading: 'Organisation', value: row => row.organisation },
  { heading: 'What', value: row => row.event },
  { heading: 'About', value: row => row.subjectKind },
  { heading: 'Id', value: row => row.subjectId },
  { heading: 'Child', value: row => (row.child === null ? null : `C-${row.child}`) },
  { heading: 'Outcome', value: row => row.outcome },
  { heading: 'Detail', value: row => detailInWords(row.detail) },
]
