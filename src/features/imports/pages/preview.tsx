import { Alert, Button, ButtonGroup, NumericData, Pagination, untouched } from '#govuk/index.ts'
import { type Batch, changesMany } from '../batch.ts'
import { kindWords } from '../fields.ts'
import { ImportForm } from './import-form.tsx'
import { Discard } from './result.tsx'
import { rowsOnPage, type Show, type ShownRow } from './rows.query.ts'
import { RowsTable } from './rows-table.tsx'

/** What the file would do: figures, what is wrong with it, and the button only when nothing is. */
export const Preview = ({
  batch,
  show,
  page,
  rows,
}: {
  batch: Batch
  show: Show
  page: number
  rows: readonly ShownRow[]
}) => {
  const problems = batch.problemCount ?? 0
  const at = (shown: Show) => `/imports/${batch.id}?show=${shown}`
  const counted = figures(batch)
  return (
    <>
      {batch.problem && (
        <Alert kind="error" title="This file cannot be imported">
          {batch.problem}
        </Alert>
      )}
      <NumericData
        items={counted.map(({ number, label, shown }) => ({
          number: number.toLocaleString('en-GB'),
          label,
          href: at(shown),
        }))}
      />
      {problems > 0 ? (
        <Mend batch={batch} />
      ) : (
        <ImportForm batch={batch} form={untouched} many={changesMany(batch)} />
      )}
      <h2 class="govuk-heading-m">{counted.find(({ shown }) => shown === show)?.label}</h2>
      <RowsTable rows={rows} show={show} />
      <Pagination
        page={page}
        pageSize={rowsOnPage}
        total={counted.find(({ shown }) => shown === show)?.number ?? 0}
        things="rows"
        href={number => `${at(show)}&page=${number}`}
      />
    </>
  )
}

const figures = ({
  counts,
  problemCount,
  rowCount,
  kind,
}: Batch): { number: number; label: string; shown: Show }[] => [
  { number: problemCount ?? 0, label: 'With problems', shown: 'problems' },
  { number: counts.warnings, label: 'To look at', shown: 'warnings' },
  ...(kind === 'children'
    ? [{ number: counts.change, label: 'Changed', shown: 'changes' as const }]
    : []),
  { number: counts.add, label: 'New', shown: 'new' },
  { number: rowCount, label: 'All rows', shown: 'all' },
]

/** Nothing is imported while anything is wrong: half a list would be worse than none. */
const Mend = ({ batch }: { batch: Batch }) => (
  <>
    <p class="govuk-body">
      Nothing is imported while rows have problems. Mend them in your file, save it, and upload it
      again. If a whole column is wrong, look again at what the columns mean.
    </p>
    <ButtonGroup>
      <Button href={`/imports/${batch.kind}`}>Upload a mended file</Button>
      <Button href={`/imports/${batch.id}/columns`} variant="secondary">
        Look at the columns again
      </Button>
      <Button href={`/imports/${batch.id}/problems`} variant="secondary">
        Download the problems (CSV)
      </Button>
    </ButtonGroup>
    <Discard batch={batch} />
    <p class="govuk-body">
      The list below names {kindWords[batch.kind].things} by row, as your spreadsheet program
      numbers them.
    </p>
  </>
)
