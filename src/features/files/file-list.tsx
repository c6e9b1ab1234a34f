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
import { type FileState, isOpenable } from './open-file.ts'

export interface ListedFile {
  readonly id: string
  readonly name: string
  readonly size: string | number
  readonly state: FileState
  readonly organisationId: string | null
  readonly uploadedAt: Date
  /** Who added it, where that is shown. */
  readonly addedBy?: string
}

/** The files of a record: what can be opened is a link, and the others say why not. */
export const FileList = ({
  files,
  mine,
  caption,
  isCaptionHidden = false,
  empty,
  address,
  isViewed = false,
}: {
  files: readonly ListedFile[]
  /** The reader’s organisation, which may remove what it brought itself. */
  mine: string
  caption: string
  isCaptionHidden?: boolean
  empty: string
  address: (file: ListedFile) => string
  /** Whether they can be looked at here, at `…/view`: then their names lead there. */
  isViewed?: boolean
}) => {
  const isNamed = files.some(({ addedBy }) => addedBy !== undefined)
  return (
    <>
      <Warnings files={files} />
      <Table
        caption={caption}
        captionHidden={isCaptionHidden}
        firstCellIsHeader
        head={['Name', 'Size', ...(isNamed ? ['Added by'] : []), 'Added', 'Checked', 'Remove']}
        empty={empty}
        rows={files.map(file => [
          <FileName file={file} address={isViewed ? `${address(file)}/view` : address(file)} />,
          sizeWords(Number(file.size)),
          ...(isNamed ? [file.addedBy ?? ''] : []),
          momentInWords(file.uploadedAt),
          <StateTag state={file.state} />,
          file.organisationId === mine ? (
            <a class="govuk-link" href={`${address(file)}/remove`}>
              Remove<span class="govuk-visually-hidden"> {file.name}</span>
            </a>
          ) : (
            ''
          ),
        ])}
      />
    </>
  )
}

/** A link, unless nobody may open it. */
export const FileName = ({
  file: { name, state },
  address,
}: {
  file: Pick<ListedFile, 'name' | 'state'>
  address: string
}) =>
  isOpenable(state) ? (
    <a class="govuk-link" href={address}>
      {name}
    </a>
  ) : (
    <span>{name}</span>
  )

const Warnings = ({ files }: { files: readonly ListedFile[] }) => (
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
  </>
)

const stateWords = {
  received: 'Being checked',
  scanning: 'Being checked',
  clean: 'Scanned',
  blocked: 'Harmful, cannot be opened',
  'not scanned': 'Not scanned',
} as const

export const StateTag = ({ state }: { state: FileState }) => (
  <Tag tone={state === 'clean' ? 'green' : state === 'blocked' ? 'red' : 'grey'}>
    {stateWords[state]}
  </Tag>
)

export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`

/** The form that adds one. The file comes last, so that who sends it is known before it is read. */
export const AddFile = ({
  action,
  form,
  noun = 'document',
}: {
  action: string
  form: FormState
  noun?: string
}) => (
  <Form action={action} multipart>
    <FileUpload
      name="file"
      form={form}
      label={`Add a ${noun}`}
      hint="PDF, PNG, JPEG, Word (DOCX), Excel (XLSX), CSV or plain text, up to 25 MB, without macros"
      accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv,.txt"
    />
    <Button variant="secondary" preventDoubleClick>
      Add the {noun}
    </Button>
  </Form>
)
