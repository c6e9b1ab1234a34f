import { csvFile } from '#platform/http/csv-file.ts'
import { download } from '#platform/http/page.tsx'
import { batchOf } from '../batch.ts'
import { problemsOf } from './rows.query.ts'

/** The rows with problems, to be mended beside the file that they came from. */
export const problemsDownload = download({
  path: '/imports/:batch/problems',
  permission: 'child.import',
  async load({ tx, params }) {
    const batch = await batchOf(tx, params.batch)
    return { batch, problems: await problemsOf(tx, batch) }
  },
  discloses: ({ batch, problems }) => ({
    event: 'export.made',
    subjectKind: 'import',
    subjectId: batch.id,
    detail: { rows: problems.length },
  }),
  body: ({ problems }) =>
    csvFile(
      'problems',
      [
        { heading: 'Row', value: row => row.row, kind: 'number' },
        { heading: 'Name', value: row => row.name },
        { heading: 'Kind', value: row => row.kind },
        { heading: 'Column', value: row => row.column },
        { heading: 'What the cell holds', value: row => row.cell },
        { heading: 'What is wrong, and how to mend it', value: row => row.problem },
      ],
      problems,
    ),
})
