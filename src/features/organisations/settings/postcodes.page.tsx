import { momentInWords } from '#domain/london-time.ts'
import { isDirectoryColumn, readPostcodeDirectory } from '#domain/postcode-authority.ts'
import type { RowProblem } from '#domain/table.ts'
import {
  BackLink,
  Button,
  Details,
  ErrorSummary,
  FileUpload,
  Form,
  type FormState,
  Layout,
  PageHeading,
  Panel,
  Table,
  TwoThirds,
  untouched,
} from '#govuk/index.ts'
import type { Tx } from '#platform/database/database.ts'
import { tableUpload, type UploadedTable } from '#platform/files/table-upload.tsx'
import { Administration } from '#platform/http/administration.tsx'
import { page } from '#platform/http/page.tsx'
import type { Me } from '#platform/sessions.ts'
import { extractLimits } from '#platform/spreadsheet/limits.ts'
import { UnreadableFile } from '#platform/spreadsheet/unreadable-file.ts'
import { importPostcodes, type PostcodeImport } from './import-postcodes.ts'
import { postcodesKnown } from './postcodes.query.ts'

const load = ({ tx }: { tx: Tx }) => postcodesKnown(tx)
type Known = Awaited<ReturnType<typeof postcodesKnown>>
const path = '/administration/settings/postcodes'

/** From which a child's home authority is guessed, without asking anyone outside. */
export const postcodesPage = page({
  path,
  permission: 'authority.administer',
  discloses: 'nothing personal',
  load,
  view: (known, { me }) => <Postcodes known={known} form={untouched} me={me} />,
})

export const postcodesUpload = tableUpload({
  path: `${path}/upload`,
  permission: 'authority.administer',
  limits: extractLimits,
  keep: isDirectoryColumn,
  load,
  read: readDirectory,
  view: (known, form, { me }) => <Postcodes known={known} form={form} me={me} />,
  async received(visit, _, { postcodes, problems, fileName }) {
    const counts = await importPostcodes(visit, postcodes, { fileName })
    return <Imported counts={counts} problems={problems} fileName={fileName} />
  },
})

function readDirectory({ table, fileName }: UploadedTable) {
  const { postcodes, problems, missingColumns } = readPostcodeDirectory(table)
  if (missingColumns.length > 0)
    throw new UnreadableFile(
      `This is not a postcode directory: it has no column ${missingColumns.map(name => `“${name}”`).join(' or ')}. Upload one of the files in the folder “multi_csv” of the ONS Postcode Directory`,
    )
  if (postcodes.length === 0)
    throw new UnreadableFile('There is no postcode of an authority in England in this file')
  return { postcodes, problems, fileName }
}

const Postcodes = ({ known, form, me }: { known: Known; form: FormState; me: Me }) => (
  <Layout title="Postcodes" form={form} before={<BackLink href="/administration/settings" />}>
    <Administration me={me}>
      <ErrorSummary form={form} />
      <PageHeading caption="Settings">Which authority a postcode lies in</PageHeading>
      <p class="govuk-body">
        When a child’s address is entered, the authority that it lies in is proposed from this list.
        Whoever enters the address can say otherwise. No postcode is ever sent outside.
      </p>
      <p class="govuk-body">
        Take the ONS Postcode Directory (ONSPD) from the Open Geography portal. Its folder
        “multi_csv” has one file for each postcode area, such as LE: upload those of your county and
        its neighbours, one by one. A file replaces what was known of its postcodes, and nothing
        else.
      </p>
      <Form action={`${path}/upload`} multipart>
        <FileUpload
          form={form}
          name="file"
          label="File of a postcode area"
          hint="CSV, up to 200MB"
          accept=".csv,text/csv"
        />
        <Button preventDoubleClick>Upload</Button>
      </Form>
      <Table
        caption="Known so far"
        head={[
          'Authority',
          { children: 'Whole districts', format: 'numeric' },
          { children: 'Single postcodes', format: 'numeric' },
        ]}
        empty="No postcodes are known yet, so the authority has to be chosen by hand for every address."
        rows={known.counts.map(({ authority, districts, postcodes }) => [
          authority,
          { children: Number(districts).toLocaleString('en-GB'), format: 'numeric' },
          { children: Number(postcodes).toLocaleString('en-GB'), format: 'numeric' },
        ])}
      />
      {known.last && (
        <p class="govuk-body">
          Last file: {known.last.fileName}, on {momentInWords(known.last.at)}
          {known.last.by && ` by ${known.last.by}`}.
        </p>
      )}
    </Administration>
  </Layout>
)

const Imported = ({
  counts,
  problems,
  fileName,
}: {
  counts: PostcodeImport
  problems: readonly RowProblem[]
  fileName: string
}) => (
  <Layout title="Postcodes imported">
    <TwoThirds>
      <Panel title={`${counts.postcodes.toLocaleString('en-GB')} postcodes imported`}>
        {fileName}
      </Panel>
      <p class="govuk-body">
        They lie in {counts.districts.toLocaleString('en-GB')} districts and are kept as{' '}
        {counts.rows.toLocaleString('en-GB')} rows: a district that lies in one authority is kept as
        one.
      </p>
      {problems.length > 0 && (
        <Details summary={`${problems.length.toLocaleString('en-GB')} rows were left out`}>
          <ul class="govuk-list govuk-list--bullet">
            {problems.slice(0, 100).map(({ row, problem }) => (
              <li>
                Row {row}: {problem}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={path}>
          Upload another file
        </a>
      </p>
    </TwoThirds>
  </Layout>
)
