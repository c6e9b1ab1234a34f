import { csvFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import type { ExportColumn } from '#platform/spreadsheet/write-csv.ts'
import { type Planned, providersToVisit } from './planner.query.ts'
import { inOrder, PlannerQuery } from './planner-query.ts'

/** The planner as it is narrowed on screen, whole. */
export const plannerCsv = download({
  path: '/visit-planner/export',
  permission: 'visit-planner.read',
  discloses: 'nothing personal',
  query: PlannerQuery,
  load: async visit => inOrder(await providersToVisit(visit), visit.query),
  body(rows, visit) {
    visit.audit({
      event: 'export.made',
      subjectKind: 'provider',
      detail: { rows: rows.length },
    })
    return csvFile(`providers-to-visit-${visit.today}`, columns, rows)
  },
})

const columns: readonly ExportColumn<Planned>[] = [
  { heading: 'Provider', value: row => row.name },
  { heading: 'Town', value: row => row.town },
  { heading: 'Points', value: row => row.points, kind: 'number' },
  {
    heading: 'Why',
    value: row => row.steps.map(({ points, words }) => `${words} (${points})`).join('; '),
  },
  { heading: 'In use', value: row => (row.weUse ? 'Yes' : 'No') },
  { heading: 'Last visited', value: row => row.lastVisited ?? '' },
  { heading: 'Next visit planned', value: row => row.plannedOn ?? '' },
]
