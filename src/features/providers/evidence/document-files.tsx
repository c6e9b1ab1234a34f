import { momentInWords } from '#domain/london-time.ts'
import { Button, FileUpload, Form, type FormState, InsetText, Table, Tag } from '#govuk/index.ts'
import type { EvidenceFile } from './evidence.query.ts'

const stateWords = {
  received: 'Waiting for the scanner',
  scanning: 'Being scanned',
  clean: 'Scanned',
  blocked: 'Harmful, cannot be opened',
  'not scanned': 'Not scanned',
} as const

const readable = new Set(['clean', 'not scanned'])

export const EvidenceFiles = ({
  files,
  here,
  mine,
  caption,
}: {
  files: readonly EvidenceFile[]
  here: string
  /** The reader’s organisation, which may take away what it brought itself. */
  mine: string
  caption: string
}) => (
  <>
    {files.some(({ state }) => state === 'not scanned') && (
      <InsetText>No virus scanner is connected. Open files only if you expected them.</InsetText>
    )}
    <Table
      caption={caption}
      firstCellIsHeader
      head={['Name', 'Size', 'Added', 'Checked', 'Remove']}
      empty="No file that you may open. Ask the provider to show you the document, and record what you saw."
      rows={files.map(file => [
        readable.has(file.state) ? (
          <a class="govuk-link" href={`${here}/files/${file.id}`}>
            {file.name}
          </a>
        ) : (
          file.name
        ),
        sizeWords(Number(file.size)),
        momentInWords(file.uploadedAt),
        <Tag tone={file.state === 'clean' ? 'green' : file.state === 'blocked' ? 'red' : 'grey'}>
          {stateWords[file.state]}
        </Tag>,
        file.organisationId === mine ? (
          <a class="govuk-link" href={`${here}/files/${file.id}/remove`}>
            Remove<span class="govuk-visually-hidden"> {file.name}</span>
          </a>
        ) : (
          ''
        ),
      ])}
    />
  </>
)

const sizeWords = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`

export const AddEvidenceFile = ({ action, form }: { action: string; form: FormState }) => (
  <Form action={action} multipart>
    <FileUpload
      name="file"
      form={form}
      label="Add a file"
      hint="PDF, PNG, JPEG, Word (DOCX), Excel (XLSX), CSV or plain text, up to 25 MB, without macros"
      accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv,.txt"
    />
    <Button variant="secondary" preventDoubleClick>
      Add the file
    </Button>
  </Form>
)
