import { firstDayOf, schoolYearOf, yearStarts } from '#domain/academic-year.ts'
import { isIsoDate } from '#domain/dates.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  BackLink,
  Button,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  type FormState,
  InsetText,
  Layout,
  PageHeading,
  Select,
  Table,
  Tag,
} from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { dayAnswers } from '#platform/forms.ts'
import { formPage } from '#platform/http/page.tsx'
import { matchColumns } from '#platform/spreadsheet/match-columns.ts'
import { type Batch, batchOf, moveBatch } from '../batch.ts'
import { fieldsOf } from '../fields.ts'
import { doStep } from '../import.job.ts'
import { columnsAsked } from './columns-asked.ts'

/** While nothing is written, the columns can be matched anew. */
const open: readonly Batch['status'][] = ['uploaded', 'matched', 'checked', 'failed']

export const columnsPage = formPage({
  path: '/imports/:batch/columns',
  permission: 'child.import',
  async load({ tx, params, today }) {
    const batch = await batchOf(tx, params.batch)
    if (!open.includes(batch.status))
      throw new Refusal('The columns of this import can no longer be changed.')
    return { batch, today, samples: await samplesOf(tx, batch) }
  },
  discloses: ({ batch }) => ({
    event: 'import.viewed',
    subjectKind: 'import',
    subjectId: batch.id,
  }),
  version: ({ batch }) => batch.version,
  schema: ({ batch }) => columnsAsked(batch),
  initial: ({ batch, today }) => ({
    ...Object.fromEntries(
      batch.headers.map((header, at) => [`column-${at}`, fieldUnder(batch, header) ?? '']),
    ),
    ...dayAnswers('rollFrom', rollFrom(batch, today)),
    blankClears: batch.matching.blankClears ? 'yes' : '',
  }),
  view: ({ batch, samples }, form) => (
    <Layout
      title="What do the columns mean?"
      form={form}
      before={<BackLink href={`/imports/${batch.kind}`} />}
    >
      <ErrorSummary form={form} />
      <PageHeading caption={batch.fileName}>What do the columns mean?</PageHeading>
      {batch.otherSheets.length > 0 && (
        <InsetText>
          The workbook has several sheets. “{batch.sheet}” was read;{' '}
          {batch.otherSheets.map(name => `“${name}”`).join(', ')} not.
        </InsetText>
      )}
      <Form version={batch.version}>
        <Table
          caption="Columns of the file"
          captionHidden
          firstCellIsHeader
          head={['Column', 'For example', 'Match', 'What it is']}
          rows={batch.headers.map((header, at) => [
            header,
            samples.get(header)?.join(' · ') || 'Empty',
            <Certainty batch={batch} header={header} />,
            <FieldSelect batch={batch} header={header} at={at} form={form} />,
          ])}
        />
        {batch.kind === 'children' && (
          <>
            <DateInput
              name="rollFrom"
              label="First day on your roll, where a row does not say it"
              labelSize="m"
              hint="It is used for children who are not on record as on your roll yet"
              form={form}
            />
            <Checkboxes
              name="blankClears"
              label="Empty cells"
              labelSize="m"
              form={form}
              items={[
                {
                  value: 'yes',
                  label: 'An empty cell takes away what is on record',
                  hint: 'Leave this unticked, unless you are sure that your file is complete',
                },
              ]}
            />
          </>
        )}
        <Button preventDoubleClick>Check the rows</Button>
      </Form>
    </Layout>
  ),
  async submit(visit, { batch }, input) {
    const columns = Object.fromEntries(
      batch.headers.flatMap((header, at) => {
        const field = input[`column-${at}`]
        return typeof field === 'string' && field ? [[field, header]] : []
      }),
    )
    const from = input['rollFrom']
    await moveBatch(visit.tx, { id: batch.id, from: open }, 'checking', {
      matching: {
        columns,
        rollFrom: typeof from === 'string' ? from : null,
        blankClears: input['blankClears'] === true,
      },
      problem: null,
      problem_count: null,
      rows_done: 0,
    })
    await doStep(visit, batch, 'check')
    return `/imports/${batch.id}`
  },
})

const fieldUnder = ({ matching }: Batch, header: string) =>
  Object.entries(matching.columns).find(([, found]) => found === header)?.[0]

const rollFrom = ({ matching }: Batch, today: Parameters<typeof schoolYearOf>[0]) =>
  matching.rollFrom && isIsoDate(matching.rollFrom)
    ? matching.rollFrom
    : firstDayOf(schoolYearOf(today), yearStarts.school)

const Certainty = ({ batch, header }: { batch: Batch; header: string }) => {
  const match = matchColumns(batch.headers, fieldsOf(batch.kind)).find(
    each => each.header === header,
  )
  if (!match) return <Tag tone="grey">Not recognised</Tag>
  return match.certainty === 'confident' ? (
    <Tag tone="green">Recognised</Tag>
  ) : (
    <Tag tone="yellow">Please check</Tag>
  )
}

const FieldSelect = ({
  batch,
  header,
  at,
  form,
}: {
  batch: Batch
  header: string
  at: number
  form: FormState
}) => (
  <Select
    name={`column-${at}`}
    label={<span class="govuk-visually-hidden">What “{header}” is</span>}
    blank="Leave out"
    form={form}
    items={fieldsOf(batch.kind).map(({ key, name }) => ({ value: key, text: name }))}
  />
)

/** The first few things that stand under each heading. */
async function samplesOf(tx: Tx, { id, headers }: Batch) {
  const rows = await tx
    .selectFrom('import_row')
    .select('cells')
    .where('batch_id', '=', id)
    .orderBy('number')
    .limit(12)
    .execute()
  const cells = rows.map(row => row.cells as Record<string, string>)
  return new Map(
    headers.map(header => {
      const texts = [...new Set(cells.map(row => row[header] ?? '').filter(Boolean))]
      return [
        header,
        texts.slice(0, 3).map(text => (text.length > 30 ? `${text.slice(0, 30)}…` : text)),
      ]
    }),
  )
}
