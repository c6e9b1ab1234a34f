import { NotFound } from '#domain/refusal.ts'
import { AddFile, FileList } from '#features/files/index.ts'
import {
  BackLink,
  ErrorSummary,
  type FormState,
  Layout,
  PageHeading,
  untouched,
} from '#govuk/index.ts'
import { uploadPage } from '#platform/files/upload-page.tsx'
import { page } from '#platform/http/page.tsx'
import type { Doer } from '#platform/http/visit.ts'
import { type Case, caseDisclosed, openCase } from '../case/case.query.ts'
import { CaseLayout } from '../case/case-layout.tsx'
import { referralForm } from '../form/referral-form.query.ts'
import { isEditable } from '../form/save-section.ts'
import { schoolsOwn } from '../form/section.pages.tsx'
import { addAndSay } from './add-and-say.ts'
import { type CaseDocument, documentsOf } from './files.ts'

type InReferral = Doer & { readonly params: { readonly referral: string } }

const openDocuments = async (visit: InReferral) => ({
  opened: await openCase(visit, visit.params.referral),
  files: await documentsOf(visit.tx, visit.params.referral),
})
type Documents = { opened: Case; files: Awaited<ReturnType<typeof documentsOf>> }

const documentsView = ({ opened, files }: Documents, form: FormState, mine: string) => (
  <CaseLayout
    opened={opened}
    title="Documents"
    form={form}
    path={`/cases/${opened.referral.id}/documents`}
  >
    <CaseFiles files={files} mine={mine} />
    {opened.side !== 'reader' && (
      <AddFile action={`/cases/${opened.referral.id}/documents/upload`} form={form} />
    )}
  </CaseLayout>
)

const CaseFiles = ({ files, mine }: { files: readonly CaseDocument[]; mine: string }) => (
  <FileList
    files={files.map(file => ({
      ...file,
      addedBy: `${file.by ?? ''}, ${file.organisation ?? ''}`,
    }))}
    mine={mine}
    caption="Documents"
    isCaptionHidden
    empty="No document has been added."
    address={({ id }) => `/files/${id}`}
  />
)

export const caseDocumentsPage = page({
  path: '/cases/:referral/documents',
  permission: 'referral.read',
  load: openDocuments,
  discloses: ({ opened }) => caseDisclosed(opened),
  view: (model, { me }) => documentsView(model, untouched, me.organisationId),
})

export const caseUpload = uploadPage({
  path: '/cases/:referral/documents/upload',
  permission: 'referral.read',
  load: async (visit: InReferral): Promise<Documents> => {
    const model = await openDocuments(visit)
    if (model.opened.side === 'reader') throw new NotFound()
    return model
  },
  discloses: ({ opened }: Documents) => caseDisclosed(opened),
  view: (model: Documents, form, { me }) => documentsView(model, form, me.organisationId),
  received: async (visit, { opened }: Documents, file) => {
    await addAndSay(visit, opened.referral.id, file)
    return `/cases/${opened.referral.id}/documents`
  },
})

const openAttachments = async (visit: InReferral) => ({
  form: schoolsOwn(await referralForm(visit, visit.params.referral)),
  files: await documentsOf(visit.tx, visit.params.referral),
})
type Attachments = Awaited<ReturnType<typeof openAttachments>>

const attachmentsView = (
  { form: { referral, child }, files }: Attachments,
  form: FormState,
  mine: string,
) => (
  <Layout
    title="Attachments"
    form={form}
    before={<BackLink href={`/referrals/${referral.id}`}>The referral</BackLink>}
  >
    <ErrorSummary form={form} />
    <PageHeading caption={child.name}>Attachments</PageHeading>
    <p class="govuk-body">
      Reports, plans and assessments that the panel needs. Do not attach anything that says where a
      child lives whose address is protected.
    </p>
    <CaseFiles files={files} mine={mine} />
    {isEditable(referral.status) && (
      <AddFile action={`/referrals/${referral.id}/attachments/upload`} form={form} />
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={`/referrals/${referral.id}`}>
        Back to the referral
      </a>
    </p>
  </Layout>
)

const attachmentsDisclosed = ({ form: { referral, child } }: Attachments) =>
  ({
    event: 'referral.viewed',
    subjectKind: 'referral',
    subjectId: referral.id,
    childId: child.id,
  }) as const

export const attachmentsPage = page({
  path: '/referrals/:referral/attachments',
  permission: 'referral.write',
  load: openAttachments,
  discloses: attachmentsDisclosed,
  view: (model, { me }) => attachmentsView(model, untouched, me.organisationId),
})

export const attachmentUpload = uploadPage({
  path: '/referrals/:referral/attachments/upload',
  permission: 'referral.write',
  load: openAttachments,
  discloses: attachmentsDisclosed,
  view: (model: Attachments, form, { me }) => attachmentsView(model, form, me.organisationId),
  received: async (visit, { form }: Attachments, file) => {
    await addAndSay(visit, form.referral.id, file)
    return `/referrals/${form.referral.id}/attachments`
  },
})
