import { londonDay } from '#domain/dates.ts'
import { csvFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import { statusWords } from '../questionnaire/lifecycle.ts'
import { firstTab } from './list.page.tsx'
import { type Listed, listQuery, questionnaires } from './list.query.ts'

const most = 10_000

/** The same list as a file, under the same filters. */
export const questionnairesExport = download({
  path: '/questionnaires/export',
  permission: 'questionnaire.read',
  query: listQuery,
  load: async ({ tx, me, query }) =>
    (await questionnaires(tx, { ...query, tab: query.tab ?? firstTab(me), page: 1 }, most)).rows,
  discloses: rows => ({
    event: 'export.made',
    subjectKind: 'questionnaires',
    detail: { count: rows.length },
  }),
  body: (rows, { today }) => csvFile(`questionnaires-${today}`, columns, rows),
})

const columns = [
  { heading: 'Form', value: (row: Listed) => row.name },
  { heading: 'Child', value: (row: Listed) => row.childName },
  { heading: 'School', value: (row: Listed) => row.commissionerName },
  { heading: 'Provider', value: (row: Listed) => row.providerName },
  { heading: 'Status', value: (row: Listed) => statusWords[row.status].word },
  { heading: 'Opened', value: (row: Listed) => row.opened_on },
  { heading: 'Due', value: (row: Listed) => row.due_on },
  {
    heading: 'Returned',
    value: (row: Listed) => (row.returned_at ? londonDay(row.returned_at) : ''),
  },
]
