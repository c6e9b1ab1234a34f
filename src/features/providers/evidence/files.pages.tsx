import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { bytesOf, refuseUnopenable } from '#features/files/index.ts'
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
import { requireRecentFactor } from '#platform/http/confirm-first.ts'
import { download, formPage } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { ownOrCommissioned } from '../own-or-commissioned.ts'
import { removeEvidenceFile } from './add-evidence.ts'
import { centralRecord } from './documents.ts'

export type InFile = Pick<Visit, 'tx' | 'me' | 'now' | 'site'> & {
  readonly params: { readonly provider: string; readonly document: string; readonly file: string }
}

/** A file of a document that the person asking may open. The single central record asks for the second factor again. */
export async function fileOf(visit: InFile) {
  const provider = await ownOrCommissioned(visit, visit.params.provider)
  if (visit.params.document === centralRecord) {
    if (visit.me.role !== 'provider-manager' && visit.me.role !== 'quality-assurance')
      throw new NotFound()
    if (visit.me.role === 'quality-assurance') requireRecentFactor(visit)
  }
  const file = await visit.tx
    .selectFrom('file')
    .innerJoin('evidence_item as e', 'e.id', 'file.evidence_id')
    .select([
      'file.id',
      'file.name',
      'file.media_type as mediaType',
      'file.state',
      'file.by_organisation as organisationId',
      'e.document',
      'e.superseded_at as supersededAt',
    ])
    .where('file.id', '=', visit.params.file)
    .where('e.provider_id', '=', provider.id)
    .where('e.document', '=', visit.params.document)
    .where('file.removed_at', 'is', null)
    .executeTakeFirst()
  if (!file) throw new NotFound()
  return { ...file, provider }
}
type FileShown = Awaited<ReturnType<typeof fileOf>>

export const viewed = (file: FileShown) =>
  ({
    event: 'file.viewed',
    subjectKind: 'file',
    subjectId: file.id,
    detail: { provider: file.provider.id, document: file.document },
  }) as const

export const evidenceDownload = download({
  path: '/providers/:provider/evidence/:document/files/:file',
  permission: 'evidence.read',
  load: async (visit: InFile) => {
    const file = await fileOf(visit)
    refuseUnopenable(file)
    return file
  },
  discloses: viewed,
  body: (file, { site }) => fileResponse(bytesOf(site, file.id), file),
})

export const removeEvidenceFilePage = formPage({
  path: '/providers/:provider/evidence/:document/files/:file/remove',
  permission: 'provider.keep',
  load: async (visit: InFile) => {
    const file = await fileOf(visit)
    if (file.organisationId !== visit.me.organisationId) throw new NotFound()
    return file
  },
  discloses: viewed,
  schema: z.object({ because: text('Say why you remove it', { most: 500 }) }),
  view: (file, form) => (
    <Layout title="Remove the file" form={form}>
      <ErrorSummary form={form} />
      <PageHeading caption={file.name}>Remove this file?</PageHeading>
      <p class="govuk-body">
        Nobody can open it any more. A file of a document that a commissioner has seen cannot be
        removed: add a new version instead.
      </p>
      <Form>
        <TextInput name="because" form={form} label="Why do you remove it?" />
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            Remove the file
          </Button>
          <a class="govuk-link" href={`/providers/${file.provider.id}/evidence/${file.document}`}>
            Keep it
          </a>
        </ButtonGroup>
      </Form>
    </Layout>
  ),
  submit: async (visit, file, { because }) => {
    await removeEvidenceFile(visit, { id: file.id, providerId: file.provider.id, because })
    visit.flash('The file is removed')
    return `/providers/${file.provider.id}/evidence/${file.document}`
  },
})
