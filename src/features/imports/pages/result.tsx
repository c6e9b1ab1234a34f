import { momentInWords } from '#domain/london-time.ts'
import { Button, ButtonGroup, Form, InsetText, SummaryList } from '#govuk/index.ts'
import type { Batch } from '../batch.ts'

/** Where an import stands that is not before its author to be looked at. */
export const Result = ({ batch }: { batch: Batch }) => (
  <>
    {batch.problem && <InsetText>{batch.problem}</InsetText>}
    <Standing batch={batch} />
    <SummaryList
      rows={[
        { key: 'Rows in the file', value: batch.rowCount.toLocaleString('en-GB') },
        batch.importedAt !== null && {
          key: 'Added',
          value: batch.counts.add.toLocaleString('en-GB'),
        },
        batch.importedAt !== null && {
          key: 'Changed',
          value: batch.counts.change.toLocaleString('en-GB'),
        },
        batch.importedAt !== null && {
          key: 'The same as before',
          value: batch.counts.nothing.toLocaleString('en-GB'),
        },
        { key: 'Uploaded', value: `${momentInWords(batch.madeAt)} by ${batch.madeBy}` },
        batch.importedAt !== null && { key: 'Imported', value: momentInWords(batch.importedAt) },
        batch.undoneAt !== null && {
          key: 'Undone',
          value: `${momentInWords(batch.undoneAt)} by ${batch.undoneBy ?? ''}`,
        },
      ]}
    />
    <Actions batch={batch} />
  </>
)

const Standing = ({ batch }: { batch: Batch }) => {
  if (batch.status !== 'checking' && batch.status !== 'importing' && batch.status !== 'undoing')
    return null
  return (
    <p class="govuk-body-l" role="status">
      {batch.rowsDone.toLocaleString('en-GB')} of {batch.rowCount.toLocaleString('en-GB')} rows.
      This page shows how far it is by itself. You can leave it: the work goes on.
    </p>
  )
}

const Actions = ({ batch }: { batch: Batch }) => {
  switch (batch.status) {
    case 'uploaded':
    case 'matched':
    case 'failed':
      return (
        <>
          <Button href={`/imports/${batch.id}/columns`}>
            {batch.status === 'failed' ? 'Check the rows again' : 'Say what the columns mean'}
          </Button>
          <Discard batch={batch} />
        </>
      )
    case 'imported':
      return batch.rowsForgottenAt ? (
        <p class="govuk-body">An import can be undone for 30 days.</p>
      ) : (
        <ButtonGroup>
          <Button href={batch.kind === 'children' ? '/children/all?order=newest' : '/referrals'}>
            Look at them
          </Button>
          <Button href={`/imports/${batch.id}/undo`} variant="secondary">
            Undo this import
          </Button>
        </ButtonGroup>
      )
    default:
      return null
  }
}

export const Discard = ({ batch }: { batch: Batch }) => (
  <Form action={`/imports/${batch.id}/discard`} classes="onroll-inline-form">
    <Button variant="secondary">Set this file aside</Button>
  </Form>
)
