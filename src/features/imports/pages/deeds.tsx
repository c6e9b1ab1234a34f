import { z } from 'zod'
import { Refusal } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  InsetText,
  Layout,
  PageHeading,
  Table,
  TwoThirds,
  WarningText,
} from '#govuk/index.ts'
import { ticked } from '#platform/forms.ts'
import { action, formPage } from '#platform/http/page.tsx'
import { type Batch, batchOf, changesMany, moveBatch } from '../batch.ts'
import { doStep } from '../import.job.ts'
import { blockerInWords, blockersOf } from '../undo.ts'
import { ImportForm } from './import-form.tsx'

/** Writes what was checked. With much to change, the form is shown again until that is confirmed. */
export const importButton = action({
  path: '/imports/:batch/import',
  permission: 'child.import',
  load: ({ tx, params }) => batchOf(tx, params.batch),
  version: batch => batch.version,
  schema: batch =>
    z.object({ many: ticked() }).refine(({ many }) => many || !changesMany(batch), {
      path: ['many'],
      error: 'Tick the box when you have looked at the changes, and they are meant',
    }),
  view: (batch, form) => (
    <Layout
      title="This changes many records"
      form={form}
      before={<BackLink href={`/imports/${batch.id}`} />}
    >
      <ErrorSummary form={form} />
      <TwoThirds>
        <PageHeading caption={batch.fileName}>This changes many records</PageHeading>
        <ImportForm batch={batch} form={form} many={changesMany(batch)} />
      </TwoThirds>
    </Layout>
  ),
  async submit(visit, batch) {
    if (batch.problemCount !== 0) throw new Refusal('Nothing is imported while rows have problems.')
    await moveBatch(visit.tx, { id: batch.id, from: ['checked'] }, 'importing', { rows_done: 0 })
    await doStep(visit, batch, 'import')
    return `/imports/${batch.id}`
  },
})

const mayBeSetAside: readonly Batch['status'][] = ['uploaded', 'matched', 'checked', 'failed']

/** The rows of a file that is set aside are removed at once. */
export const discardButton = action({
  path: '/imports/:batch/discard',
  permission: 'child.import',
  load: ({ tx, params }) => batchOf(tx, params.batch),
  schema: z.object({}),
  async submit(visit, batch) {
    await moveBatch(visit.tx, { id: batch.id, from: mayBeSetAside }, 'discarded')
    await visit.tx.deleteFrom('import_row').where('batch_id', '=', batch.id).execute()
    await visit.tx
      .updateTable('import_batch')
      .set({ rows_forgotten_at: visit.now })
      .where('id', '=', batch.id)
      .execute()
    visit.audit({ event: 'import.discarded', subjectKind: 'import', subjectId: batch.id })
    visit.flash('The file has been set aside, and its rows are removed')
    return '/imports'
  },
})

export const undoPage = formPage({
  path: '/imports/:batch/undo',
  permission: 'child.import',
  async load({ tx, params }) {
    const batch = await batchOf(tx, params.batch)
    if (batch.status !== 'imported' || batch.rowsForgottenAt)
      throw new Refusal('This import can no longer be undone.')
    return { batch, blockers: await blockersOf(tx, batch.id) }
  },
  discloses: ({ batch }) => ({
    event: 'import.viewed',
    subjectKind: 'import',
    subjectId: batch.id,
  }),
  version: ({ batch }) => batch.version,
  schema: z.object({}),
  view: ({ batch, blockers }, form) => (
    <Layout
      title="Undo this import"
      form={form}
      before={<BackLink href={`/imports/${batch.id}`} />}
    >
      <PageHeading caption={batch.fileName}>Undo this import</PageHeading>
      {blockers.length === 0 ? (
        <TwoThirds>
          <WarningText>
            {batch.counts.add.toLocaleString('en-GB')} new{' '}
            {batch.kind === 'children' ? 'records' : 'drafts'} will be removed, and{' '}
            {batch.counts.change.toLocaleString('en-GB')} changed ones put back exactly as they
            were.
          </WarningText>
          <Form version={batch.version}>
            <Button variant="warning" preventDoubleClick>
              Undo the import
            </Button>
          </Form>
        </TwoThirds>
      ) : (
        <>
          <InsetText>
            It cannot be undone, because something has happened since that rests on it.
          </InsetText>
          <Table
            caption="What stands in the way"
            head={['Row of the file', 'What has happened since']}
            rows={blockers.slice(0, 200).map(each => [each.number, blockerInWords(each)])}
          />
        </>
      )}
    </Layout>
  ),
  async submit(visit, { batch }) {
    await moveBatch(visit.tx, { id: batch.id, from: ['imported'] }, 'undoing', {
      rows_done: 0,
      problem: null,
    })
    await doStep(visit, batch, 'undo')
    return `/imports/${batch.id}`
  },
})
