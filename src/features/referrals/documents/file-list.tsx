import { momentInWords } from '#domain/london-time.ts'
import {
  Button,
  FileUpload,
  Form,
  type FormState,
  InsetText,
  Table,
  Tag,
  WarningText,
} from '#govuk/index.ts'
import type { CaseDocument } from './files.ts'

const stateWords = {
  received: 'Being checked',
  scanning: 'Being checked',
  clean: 'Scanned',
  blocked: 'Harmful, cannot be opened',
  'not scanned': 'Not scanned',
} as const

const readable = new Set<CaseDocument['state']>(['clean', 'not scanned'])

const sizeWords = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`

/** The documents so far. */
export const FileList = ({
  files,
  mine,
}: {
  files: readonly CaseDocument[]
  /** The reader’s organisation, which may remove what it brought itself. */
  mine: string
}) => (
  <>
    {files.some(({ state }) => state === 'not scanned') && (
      <InsetText>
        No virus scanner has looked into some of these documents. Open them only if you expected
        them.
      </InsetText>
    )}
    {files.some(({ state }) => state === 'blocked') && (
      <WarningText>
        The virus scanner found something harmful in a document below. Nobody can open it. Tell
        whoever looks after the computer that it came from, and add a clean copy.
      </WarningText>
    )}
    <Table
      caption="Documents"
      captionHidden
      firstCellIsHeader
      head={['Name', 'Size', 'Added by', 'Added', 'Checked', 'Remove']}
      empty="No document has been added."
      rows={files.map(file => [
        readable.has(file.state) ? (
          <a class="govuk-link" href={`/files/${file.id}`}>
            {file.name}
          </a>
        ) : (
          file.name
        ),
        sizeWords(Number(file.size)),
        `${file.by ?? ''}, ${file.organisation ?? ''}`,
        momentInWords(file.uploadedAt),
        <Tag tone={file.state === 'clean' ? 'green' : file.state === 'blocked' ? 'red' : 'grey'}>
          {stateWords[file.state]}
        </Tag>,
        file.organisationId === mine ? (
          <a class="govuk-link" href={`/files/${file.id}/remove`}>
            Remove<span class="govuk-visually-hidden"> {file.name}</span>
          </a>
        ) : (
          ''
        ),
      ])}
    />
  </>
)

/** The form that adds one. The file comes last, so that who sends it is known before it is read. */
export const AddFile = ({ action, form }: { action: string; form: FormState }) => (
  <Form action={action} multipart>
    <FileUpload
      name="file"
      form={form}
      label="Add a document"
      hint="PDF, PNG, JPEG, Word (DOCX), Excel (XLSX), CSV or plain text, up to 25 MB, without macros"
      accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv,.txt"
    />
    <Button variant="secondary" preventDoubleClick>
      Add the document
    </Button>
  </Form>
)
