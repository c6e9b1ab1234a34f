import {
  BackLink,
  Button,
  Details,
  ErrorSummary,
  FileUpload,
  Form,
  type FormState,
  InsetText,
  Layout,
  PageHeading,
  TwoThirds,
  untouched,
} from '#govuk/index.ts'
import { tableUpload } from '#platform/files/table-upload.tsx'
import { page, type Route } from '#platform/http/page.tsx'
import type { ImportKind } from '../batch.ts'
import { fieldsOf, kindWords } from '../fields.ts'
import { mostRows, readForImport, stageTable } from '../stage.ts'

/** Where a file comes in: what it may hold, an example, and the one button. */
const uploadPages = (kind: ImportKind): Route[] => [
  page({
    path: `/imports/${kind}` as '/imports',
    permission: 'child.import',
    discloses: 'nothing personal',
    load: async () => ({}),
    view: () => <UploadForm kind={kind} form={untouched} />,
  }),
  tableUpload({
    path: `/imports/${kind}/upload` as '/imports',
    permission: 'child.import',
    load: async () => ({}),
    read: readForImport(kind),
    view: (_model, form) => <UploadForm kind={kind} form={form} />,
    received: async (visit, _model, table) =>
      `/imports/${await stageTable(visit, kind, table)}/columns`,
  }),
]

export const uploads: readonly Route[] = [...uploadPages('children'), ...uploadPages('referrals')]

const UploadForm = ({ kind, form }: { kind: ImportKind; form: FormState }) => {
  const { title, things } = kindWords[kind]
  return (
    <Layout title={title} form={form} before={<BackLink href="/imports">Imports</BackLink>}>
      <ErrorSummary form={form} />
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <p class="govuk-body">
          One row for each {kindWords[kind].one}, one column for each thing, headings in the first
          row. The columns may be called what they are called in your system, and stand in any
          order.
        </p>
        <Form action={`/imports/${kind}/upload`} multipart>
          <FileUpload
            form={form}
            name="file"
            label="CSV file or Excel workbook (.xlsx)"
            hint={`Up to ${mostRows[kind].toLocaleString('en-GB')} rows and 20MB`}
            accept=".csv,.xlsx"
          />
          <Button preventDoubleClick>Upload</Button>
        </Form>
        <InsetText>
          Nothing is written by the upload. Next you say what the columns mean, and see what would
          change.
        </InsetText>
        <h2 class="govuk-heading-m">An example to start from</h2>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={`/imports/samples/${kind}.csv`}>
              {`${things[0]?.toUpperCase()}${things.slice(1)}, CSV`}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={`/imports/samples/${kind}.xlsx`}>
              {`${things[0]?.toUpperCase()}${things.slice(1)}, Excel`}
            </a>
          </li>
        </ul>
        <Details summary="Columns that can be taken over">
          <ul class="govuk-list govuk-list--bullet">
            {fieldsOf(kind).map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
          <p class="govuk-body">
            Other columns are left out.{' '}
            {kind === 'children'
              ? 'Surname, forename and date of birth are needed.'
              : 'The UPN, or the name and date of birth, are needed.'}
          </p>
        </Details>
      </TwoThirds>
    </Layout>
  )
}
