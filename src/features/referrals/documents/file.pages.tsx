import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { bytesOf } from '#features/files/index.ts'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Form,
  Layout,
  PageHeading,
  TextInput,
} from '#govuk/index.ts'
import { fileResponse } from '#platform/files/file-response.ts'
import { text } from '#platform/forms.ts'
import { download, formPage } from '#platform/http/page.tsx'
import { fileKnown, fileToRead, removeFile } from './files.ts'

export const fileDownload = download({
  path: '/files/:file',
  permission: 'referral.read',
  load: ({ tx, params }) => fileToRead(tx, params.file),
  discloses: file => ({
    event: 'file.viewed',
    subjectKind: 'file',
    subjectId: file.id,
    childId: file.childId ?? undefined,
  }),
  body: (file, { site }) => fileResponse(bytesOf(site, file.id), file),
})

export const removeFilePage = formPage({
  path: '/files/:file/remove',
  permission: 'referral.read',
  load: async ({ tx, me, params }) => {
    const file = await fileKnown(tx, params.file)
    if (file.organisationId !== me.organisationId) throw new NotFound()
    return file
  },
  discloses: file => ({
    event: 'file.viewed',
    subjectKind: 'file',
    subjectId: file.id,
    childId: file.childId ?? undefined,
  }),
  schema: z.object({ because: text('Say why you remove it', { most: 500 }) }),
  view: (file, form) => (
    <Layout title="Remove the document" form={form}>
      <ErrorSummary form={form} />
      <PageHeading caption={file.name}>Remove this document?</PageHeading>
      <p class="govuk-body">Nobody can open it any more. That it was there stays in the history.</p>
      <Form>
        <TextInput name="because" form={form} label="Why do you remove it?" />
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            Remove the document
          </Button>
          <a class="govuk-link" href={placeOf(file)}>
            Keep it
          </a>
        </ButtonGroup>
      </Form>
    </Layout>
  ),
  submit: async (visit, file, { because }) => {
    await removeFile(visit, file.id, because)
    visit.flash('The document is removed')
    return placeOf(file)
  },
})

const placeOf = ({ status, referralId }: { status: string | null; referralId: string }) =>
  status === 'draft' ? `/referrals/${referralId}/attachments` : `/cases/${referralId}/documents`
