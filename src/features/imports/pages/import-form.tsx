import { Button, ButtonGroup, Checkboxes, Form, type FormState, InsetText } from '#govuk/index.ts'
import type { Batch } from '../batch.ts'
import { Discard } from './result.tsx'

/** The button that writes. When much would change, it must be said expressly. */
export const ImportForm = ({
  batch,
  form,
  many,
}: {
  batch: Batch
  form: FormState
  many: boolean
}) => {
  const { add, change } = batch.counts
  if (add + change === 0)
    return (
      <>
        <InsetText>Every row is on record already. There is nothing to import.</InsetText>
        <Discard batch={batch} />
      </>
    )
  return (
    <>
      <Form action={`/imports/${batch.id}/import`} version={batch.version}>
        {many && (
          <Checkboxes
            name="many"
            label="This changes many records"
            labelSize="m"
            hint={`${change.toLocaleString('en-GB')} of the ${(batch.knownChildren ?? 0).toLocaleString('en-GB')} children on your roll would change. A wrong file or a shifted column looks like this`}
            form={form}
            items={{ yes: 'I have looked at the changes, and they are meant' }}
          />
        )}
        <Button preventDoubleClick>{buttonWords(batch)}</Button>
      </Form>
      <ButtonGroup>
        <Button href={`/imports/${batch.id}/columns`} variant="secondary">
          Look at the columns again
        </Button>
        <Discard batch={batch} />
      </ButtonGroup>
    </>
  )
}

function buttonWords({ kind, counts: { add, change } }: Batch): string {
  const number = (count: number) => count.toLocaleString('en-GB')
  if (kind === 'referrals') return `Start ${number(add)} ${add === 1 ? 'draft' : 'drafts'}`
  const added = add > 0 ? `add ${number(add)}` : ''
  const changed = change > 0 ? `change ${number(change)}` : ''
  return `Import: ${[added, changed].filter(Boolean).join(' and ')}`
}
