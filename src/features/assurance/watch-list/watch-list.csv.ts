import { csvFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import { inList, listQuery } from './list.ts'
import { hoursOf, partWords, type Watched, watch } from './watch.ts'
import { childReference } from './watch-list.page.tsx'
import { watched } from './watched.query.ts'

/** The same list as a file, under the same filters. */
export const watchListExport = download({
  path: '/watch-list/export',
  permission: 'watch-list.read',
  query: listQuery,
  load: async ({ tx, today, query }) =>
    inList(
      (await watched(tx, today)).map(row => watch(row, today)),
      query,
    ),
  discloses: rows => [
    { event: 'export.made', subjectKind: 'watch-list', detail: { count: rows.length } },
    ...rows.map(({ row }) => ({
      event: 'watch-list.viewed' as const,
      subjectKind: 'watch-list',
      subjectId: row.child_id,
      childId: row.child_id,
      detail: { in: 'export' },
    })),
  ],
  body: (rows, { today }) => csvFile(`watch-list-${today}`, columns, rows),
})

const columns = [
  { heading: 'Reference', value: childReference },
  { heading: 'Forename', value: ({ row }: Watched) => row.forename },
  { heading: 'Surname', value: ({ row }: Watched) => row.surname },
  { heading: 'School of roll', value: ({ row }: Watched) => row.school },
  { heading: 'Commissioner', value: ({ row }: Watched) => row.commissioner },
  { heading: 'Provider', value: ({ row }: Watched) => row.provider },
  { heading: 'In care since', value: ({ row }: Watched) => row.in_care_since },
  { heading: 'Start', value: ({ row }: Watched) => row.start_on },
  { heading: 'Hours a week', value: ({ row }: Watched) => hoursOf(row) },
  {
    heading: 'Quality and appropriateness',
    value: ({ quality }: Watched) => partWords[quality.state],
  },
  { heading: 'Monitoring', value: ({ monitoring }: Watched) => partWords[monitoring.state] },
  { heading: 'Next review', value: ({ row }: Watched) => row.next_review_on },
  { heading: 'Missing', value: ({ missing }: Watched) => missing.join('; ') },
]
