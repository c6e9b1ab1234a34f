import { csvFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { stateWords } from '../document-state.ts'
import { standardGroups } from '../documents.ts'
import { refuseWhoProvides } from './across.page.tsx'
import { type DocumentAcross, documentsAcross } from './across.query.ts'
import { AcrossQuery, inOrder } from './across-query.ts'

/** The documents as they are narrowed on screen, whole. */
export const documentsAcrossCsv = download({
  path: '/providers/documents/export',
  permission: 'evidence.read',
  discloses: 'nothing personal',
  query: AcrossQuery,
  load: async visit => {
    refuseWhoProvides(visit.me)
    return inOrder(await documentsAcross(visit), visit.query)
  },
  body(rows, visit) {
    visit.audit({ event: 'export.made', subjectKind: 'provider', detail: { rows: rows.length } })
    return csvFile(`documents-of-providers-${visit.today}`, columns, rows)
  },
})

const columns: readonly ExportColumn<DocumentAcross>[] = [
  { heading: 'Provider', value: row => row.provider },
  { heading: 'Document', value: row => row.kind.title },
  { heading: 'Standard', value: row => standardGroups[row.kind.group] },
  { heading: 'How it stands', value: row => stateWords[row.state].word },
  { heading: 'Holds until', value: row => row.expiresOn },
  { heading: 'Seen by us on', value: row => row.seenOn },
  { heading: 'Version seen', value: row => versionSeen(row) },
  { heading: 'In use', value: row => (row.used ? 'Yes' : 'No') },
]

const versionSeen = ({ seenOn, seenBefore }: DocumentAcross): string =>
  seenOn === null ? '' : seenBefore ? 'One before' : 'This one'
