import { z } from 'zod'
import { BackLink, Layout, PageHeading } from '#govuk/index.ts'
import { page } from '#platform/http/page.tsx'
import { type Batch, batchOf } from '../batch.ts'
import { Preview } from './preview.tsx'
import { Result } from './result.tsx'
import { rowsOf, type Show, shows } from './rows.query.ts'

const refreshing: readonly Batch['status'][] = ['checking', 'importing', 'undoing']

/** One import, wherever it stands: how far it is, what it would do, what it did. */
export const batchPage = page({
  path: '/imports/:batch',
  permission: 'child.import',
  query: z.object({
    show: z.enum(shows).optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(1000).catch(1),
  }),
  async load({ tx, params, query }) {
    const batch = await batchOf(tx, params.batch)
    const show = query.show ?? firstShown(batch)
    const rows =
      batch.status === 'checked' ? await rowsOf(tx, batch, { show, page: query.page }) : []
    return { batch, show, page: query.page, rows }
  },
  discloses: ({ batch, rows }) => ({
    event: 'import.viewed',
    subjectKind: 'import',
    subjectId: batch.id,
    detail: { rows: rows.length },
  }),
  view: ({ batch, show, page: number, rows }) => (
    <Layout
      title={titleOf(batch)}
      before={<BackLink href="/imports">Imports</BackLink>}
      refreshAfter={refreshing.includes(batch.status) ? 2 : undefined}
    >
      <PageHeading caption={batch.fileName}>{titleOf(batch)}</PageHeading>
      {batch.status === 'checked' ? (
        <Preview batch={batch} show={show} page={number} rows={rows} />
      ) : (
        <Result batch={batch} />
      )}
    </Layout>
  ),
})

/** What matters most first: what is wrong, then what would change. */
const firstShown = ({ problemCount, counts }: Batch): Show =>
  problemCount
    ? 'problems'
    : counts.change > 0
      ? 'changes'
      : counts.warnings > 0
        ? 'warnings'
        : 'all'

function titleOf({ status, problemCount }: Batch): string {
  switch (status) {
    case 'uploaded':
    case 'matched':
      return 'The columns are not matched yet'
    case 'checking':
      return 'The rows are being checked'
    case 'checked':
      return problemCount ? 'There are problems in the file' : 'Look at what would change'
    case 'importing':
      return 'The rows are being imported'
    case 'imported':
      return 'Imported'
    case 'undoing':
      return 'The import is being undone'
    case 'undone':
      return 'The import was undone'
    case 'failed':
      return 'The import stopped, and nothing was written'
    case 'discarded':
      return 'Set aside'
  }
}
