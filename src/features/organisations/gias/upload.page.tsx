import { isGiasColumn } from '#domain/gias-columns.ts'
import { dayInWords, momentInWords } from '#domain/london-time.ts'
import {
  Button,
  ErrorSummary,
  FileUpload,
  Form,
  type FormState,
  InsetText,
  Layout,
  PageHeading,
  Table,
  untouched,
} from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { tableUpload } from '#platform/files/table-upload.tsx'
import { Administration } from '#platform/http/administration.tsx'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { extractLimits } from '#platform/spreadsheet/limits.ts'
import { readRegisterFile, stageFile } from './stage-file.ts'

const load = async ({ tx }: { tx: Tx }) => ({ imports: await importsMade(tx) })
type Model = Awaited<ReturnType<typeof load>>

/** Where the national register's file comes in, and what came in before. */
export const schoolsImportPage = page({
  path: '/administration/schools/import',
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load,
  view: (model, { me }) => <ImportForm model={model} form={untouched} me={me} />,
})

export const schoolsUpload = tableUpload({
  path: '/administration/schools/import/upload',
  permission: 'authority.administer',
  limits: extractLimits,
  keep: isGiasColumn,
  load,
  read: readRegisterFile,
  view: (model, form, { me }) => <ImportForm model={model} form={form} me={me} />,
  received: async (visit, _, file) =>
    `/administration/schools/import/${await stageFile(visit, file)}`,
})

const ImportForm = ({ model, form, me }: { model: Model; form: FormState; me: Me }) => (
  <Layout title="Import schools" form={form}>
    <Administration me={me}>
      <ErrorSummary form={form} />
      <PageHeading caption="Schools">Import schools from the national register</PageHeading>
      <p class="govuk-body">
        Schools come from Get Information about Schools, the Department’s register, so that names,
        numbers and addresses are those that everybody uses. Once a term is enough.
      </p>
      <ol class="govuk-list govuk-list--number">
        <li>
          On the register’s Downloads page, choose <strong>All establishment data</strong>:
          “Establishment fields CSV”.
        </li>
        <li>Unpack the ZIP file that you get.</li>
        <li>
          Upload the CSV file in it as it is, with all 50,000 schools. Do not open it in Excel
          first.
        </li>
      </ol>
      <Form action="/administration/schools/import/upload" multipart>
        <FileUpload
          form={form}
          name="file"
          label="The register’s CSV file"
          hint="It is called edubasealldata, followed by the date. Up to 200MB."
          accept=".csv,text/csv"
        />
        <Button preventDoubleClick>Upload and compare</Button>
      </Form>
      <InsetText>
        Nothing is changed by the upload. You will see what is new, what has changed and what has
        closed, choose which schools to take, and only then import.
      </InsetText>
      <Table
        caption="Imports so far"
        head={['File', 'Uploaded', 'What came of it']}
        empty="No file has been uploaded yet."
        rows={model.imports.map(row => [
          <div>
            <a class="govuk-link" href={`/administration/schools/import/${row.id}`}>
              {row.file_name}
            </a>
            <div class="govuk-hint govuk-!-margin-bottom-0">As of {dayInWords(row.file_on)}</div>
          </div>,
          `${momentInWords(row.uploaded_at)} by ${row.uploader}`,
          row.state === 'imported' && row.made_at
            ? `Imported on ${momentInWords(row.made_at)} by ${row.maker}: ${row.added} new, ${row.changed} changed, ${row.closed} closed`
            : stateWords[row.state],
        ])}
      />
    </Administration>
  </Layout>
)

const stateWords = {
  uploaded: 'Waits to be looked at',
  imported: 'Imported',
  discarded: 'Set aside',
} as const

const importsMade = (tx: Tx) =>
  tx
    .selectFrom('gias_import')
    .innerJoin('user_account as uploader', 'uploader.id', 'gias_import.uploaded_by')
    .leftJoin('user_account as maker', 'maker.id', 'gias_import.made_by')
    .select([
      'gias_import.id',
      'file_name',
      'file_on',
      'uploaded_at',
      'state',
      'made_at',
      'added',
      'changed',
      'closed',
      'uploader.name as uploader',
      'maker.name as maker',
    ])
    .orderBy('uploaded_at', 'desc')
    .limit(50)
    .execute()
