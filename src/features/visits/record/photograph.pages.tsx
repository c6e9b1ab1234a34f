import { z } from 'zod'
import { NotFound } from '#domain/refusal.ts'
import { AddFile, addedWords, bytesOf, FileList, refuseUnopenable } from '#features/files/index.ts'
import { Button, ButtonGroup, Form, type FormState, TextInput, untouched } from '#govuk/index.ts'
import { fileResponse } from '#platform/files/file-response.ts'
import { uploadPage } from '#platform/files/upload-page.tsx'
import { text } from '#platform/forms.ts'
import { download, formPage, page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { VisitFrame, visitHref } from '../frame.tsx'
import type { VisitStatus } from '../lifecycle.ts'
import { isOurs, ownVisit } from '../own-visit.ts'
import { answersTo, visitOf } from '../visit.query.ts'
import { addPhotograph } from './add-photograph.ts'

type InVisit = Pick<Visit, 'tx' | 'me'> & { readonly params: { readonly visit: string } }
export type InFile = InVisit & {
  readonly params: { readonly visit: string; readonly file: string }
}

const isOpen = ({ status }: { status: VisitStatus }) => status === 'planned' || status === 'draft'

async function open({ tx, me, params }: InVisit) {
  const visit = await visitOf(tx, params.visit)
  const { photographs } = await answersTo(tx, visit.id)
  return { visit, me, photographs, adds: isOurs(me, visit) && isOpen(visit) }
}
type Model = Awaited<ReturnType<typeof open>>

const view = ({ visit, me, photographs, adds }: Model, form: FormState) => (
  <VisitFrame visit={visit} title="Photographs and documents" form={form}>
    <p class="govuk-body">
      Rooms, displays, equipment and papers. Never a child, and no child’s work with a name on it.
    </p>
    <FileList
      files={photographs.map(file => ({
        ...file,
        organisationId: adds ? file.by_organisation : null,
        uploadedAt: file.uploaded_at,
      }))}
      mine={me.organisationId}
      caption="Photographs and documents"
      isCaptionHidden
      empty="There are none."
      address={({ id }) => `${visitHref(visit)}/photographs/${id}`}
      isViewed
    />
    {adds && (
      <>
        <AddFile
          action={`${visitHref(visit)}/photographs/upload`}
          form={form}
          noun="photograph or document"
        />
        <p class="govuk-body">
          Without a signal, add photographs on the page{' '}
          <a class="govuk-link" href={`${visitHref(visit)}/on-site`}>
            On site
          </a>
          : they are kept on your device and sent when there is one.
        </p>
      </>
    )}
  </VisitFrame>
)

export const photographsPage = page({
  path: '/visits/:visit/photographs',
  permission: 'visit.read',
  discloses: 'nothing personal',
  load: open,
  view: model => view(model, untouched),
})

export const photographUpload = uploadPage({
  path: '/visits/:visit/photographs/upload',
  permission: 'visit.write',
  discloses: 'nothing personal',
  load: async (visit: InVisit) => {
    await ownVisit(visit, 'planned', 'draft')
    return open(visit)
  },
  view,
  received: async (visit, { visit: draft }: Model, file) => {
    await addPhotograph(visit, draft, file)
    visit.flash(addedWords(visit, 'The photograph or document', file))
    return `${visitHref(draft)}/photographs`
  },
})

export async function photographOf(visit: InFile) {
  const { photographs, ...model } = await open(visit)
  const file = photographs.find(({ id }) => id === visit.params.file)
  if (!file) throw new NotFound()
  return { ...model, file }
}

export const viewed = ({
  visit,
  file,
}: Pick<Awaited<ReturnType<typeof photographOf>>, 'visit' | 'file'>) =>
  ({
    event: 'file.viewed',
    subjectKind: 'file',
    subjectId: file.id,
    detail: { visit: visit.id },
  }) as const

export const photographDownload = download({
  path: '/visits/:visit/photographs/:file',
  permission: 'visit.read',
  load: async (visit: InFile) => {
    const model = await photographOf(visit)
    refuseUnopenable(model.file)
    return model
  },
  discloses: viewed,
  body: ({ file }, { site }) =>
    fileResponse(bytesOf(site, file.id), { ...file, mediaType: file.media_type }),
})

export const removePhotographPage = formPage({
  path: '/visits/:visit/photographs/:file/remove',
  permission: 'visit.write',
  load: async (visit: InFile) => {
    // A photograph that is not theirs to see is not there, whatever became of the visit.
    const model = await photographOf(visit)
    await ownVisit(visit, 'draft')
    return model
  },
  discloses: viewed,
  schema: z.object({ because: text('Say why you remove it', { most: 500 }) }),
  view: ({ visit, file }, form) => (
    <VisitFrame visit={visit} title={`Remove ${file.name}?`} form={form}>
      <p class="govuk-body">Nobody can open it any more.</p>
      <Form>
        <TextInput name="because" form={form} label="Why do you remove it?" />
        <ButtonGroup>
          <Button variant="warning" preventDoubleClick>
            Remove it
          </Button>
          <a class="govuk-link" href={`${visitHref(visit)}/photographs`}>
            Keep it
          </a>
        </ButtonGroup>
      </Form>
    </VisitFrame>
  ),
  async submit(visit, { visit: draft, file }, { because }) {
    const { numUpdatedRows } = await visit.tx
      .updateTable('file')
      .set({ removed_at: visit.now, removed_by: visit.me.userId, removed_because: because })
      .where('id', '=', file.id)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new NotFound()
    visit.audit({
      event: 'file.removed',
      subjectKind: 'file',
      subjectId: file.id,
      detail: { visit: draft.id },
    })
    visit.flash('It is removed')
    return `${visitHref(draft)}/photographs`
  },
})
