import { csvFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { approvalWords } from '../approval/approval.ts'
import { keyStageWords, needWords, weekdayWords, wordsOf } from '../words.ts'
import { directory, type ListedProvider, looksAtAssurance } from './directory.query.ts'
import { assuranceWords, DirectoryQuery } from './directory-query.ts'

/** The directory as it is narrowed on screen, whole. */
export const directoryCsv = download({
  path: '/providers/export',
  permission: 'provider.read',
  discloses: 'nothing personal',
  query: DirectoryQuery,
  load: ({ tx, me, query, today }) =>
    directory(tx, { query, me, today }, { limit: 10_000, offset: 0 }),
  body(rows, visit) {
    visit.audit({
      event: 'export.made',
      subjectKind: 'provider',
      detail: { rows: rows.length },
    })
    const columns = looksAtAssurance(visit.me)
      ? [...shared, assurance, approval, conditions]
      : shared
    return csvFile(`providers-${visit.today}`, columns, rows)
  },
})

const shared: readonly ExportColumn<ListedProvider>[] = [
  { heading: 'Provider', value: row => row.name },
  { heading: 'Where', value: row => row.towns.join('; ') },
  { heading: 'For', value: row => wordsOf(needWords, row.needs) },
  { heading: 'Key stages', value: row => wordsOf(keyStageWords, row.key_stages) },
  { heading: 'Days', value: row => wordsOf(weekdayWords, row.weekdays) },
  { heading: 'Subjects', value: row => row.subjects.join('; ') },
  { heading: 'Sessions a week', value: row => row.capacity, kind: 'number' },
  { heading: 'Free sessions a week', value: row => row.free, kind: 'number' },
  { heading: 'URN', value: row => row.dfe_urn },
  { heading: 'Contact', value: row => row.contact_name },
  { heading: 'Email', value: row => row.contact_email },
  { heading: 'Telephone', value: row => row.contact_phone, kind: 'phone' },
]
const assurance: ExportColumn<ListedProvider> = {
  heading: 'Assurance',
  value: row => assuranceWords[row.assurance].word,
}
const approval: ExportColumn<ListedProvider> = {
  heading: 'Approval',
  value: row => (row.standing ? approvalWords[row.standing.approval].word : ''),
}
const conditions: ExportColumn<ListedProvider> = {
  heading: 'Conditions',
  value: row => row.standing?.decision?.conditions ?? '',
}
