import { momentInWords } from '#domain/london-time.ts'
import { may } from '#domain/permissions.ts'
import { NotFound } from '#domain/refusal.ts'
import { AddFile, addedWords, FileList, FileName, hasScanner } from '#features/files/index.ts'
import { authorityParameters } from '#features/findings/index.ts'
import { Button, type FormState, InsetText, Table, untouched } from '#govuk/index.ts'
import { uploadPage } from '#platform/files/upload-page.tsx'
import { page } from '#platform/http/page.tsx'
import type { Visit } from '#platform/http/visit.ts'
import { mayKeep, refuseUnlessKept } from '../keep.query.ts'
import { ownOrCommissioned } from '../own-or-commissioned.ts'
import { ProviderLayout } from '../provider-layout.tsx'
import { addEvidenceFile } from './add-evidence.ts'
import { WhatItSays } from './document-summary.tsx'
import { evidenceKind } from './documents.ts'
import { filesOfDocument, sightingsOfDocument, versionsOf } from './evidence.query.ts'
import { SightingTable } from './sighting-table.tsx'

type InDocument = Pick<Visit, 'tx' | 'me' | 'today'> & {
  readonly params: { readonly provider: string; readonly document: string }
}

/** One document of a provider with all its versions, files and sightings. */
export async function openDocument(visit: InDocument) {
  const { tx, me, today, params } = visit
  const kind = evidenceKind(params.document)
  if (!kind) throw new NotFound()
  const provider = await ownOrCommissioned(visit, params.provider)
  const versions = await versionsOf(tx, provider.id, kind.id)
  return {
    kind,
    provider,
    me,
    today,
    current: versions.find(({ supersededAt }) => supersededAt === null),
    earlier: versions.filter(({ supersededAt }) => supersededAt !== null),
    files: await filesOfDocument(tx, provider.id, kind.id),
    sightings: await sightingsOfDocument(tx, provider.id, kind.id),
    parameters: await authorityParameters(tx),
    keeps: await mayKeep(tx, provider.id),
  }
}
export type OpenDocument = Awaited<ReturnType<typeof openDocument>>

const documentView = (model: OpenDocument, form: FormState) => {
  const { kind, provider, me, current, earlier, files, sightings, keeps } = model
  const here = `/providers/${provider.id}/evidence/${kind.id}`
  const fileAddress = ({ id }: { id: string }) => `${here}/files/${id}`
  const filesOf = (id: string | undefined) => files.filter(({ evidenceId }) => evidenceId === id)
  return (
    <ProviderLayout
      provider={provider}
      me={me}
      title={kind.title}
      part="/evidence"
      form={form}
      actions={
        <>
          {keeps && (
            <Button href={`${here}/add`}>
              {current ? 'Add a new version' : 'Add this document'}
            </Button>
          )}{' '}
          {current && may(me, 'evidence.sight') && (
            <Button href={`${here}/sighting`} {...(keeps ? { variant: 'secondary' } : {})}>
              Record what you saw
            </Button>
          )}
        </>
      }
    >
      <p class="govuk-body">
        <a class="govuk-link" href={`/providers/${provider.id}/evidence`}>
          All documents
        </a>
      </p>
      <p class="govuk-body">
        {kind.minimum && <>Asked for: {kind.minimum}. </>}
        For: {kind.appliesTo.toLowerCase()}. It holds: {kind.current.toLowerCase()}.
      </p>
      {current ? (
        <WhatItSays item={current} kind={kind} today={model.today} parameters={model.parameters} />
      ) : (
        <InsetText>The provider has not brought this document.</InsetText>
      )}
      {current && (
        <FileList
          files={filesOf(current.id)}
          mine={me.organisationId}
          caption="Files"
          empty="No file that you may open. Ask the provider to show you the document, and record what you saw."
          address={fileAddress}
          isViewed
        />
      )}
      {current && keeps && <AddFile action={`${here}/upload`} form={form} noun="file" />}
      <SightingTable sightings={sightings} current={current?.id} here={here} mine={me} />
      {earlier.length > 0 && (
        <Table
          caption="Earlier versions"
          head={['Brought', 'Held until', 'By', 'Files']}
          rows={earlier.map(item => [
            momentInWords(item.addedAt),
            item.expiresOn ?? 'No end',
            item.addedBy ?? '',
            filesOf(item.id).map(file => (
              <div>
                <FileName file={file} address={fileAddress(file)} />
              </div>
            )),
          ])}
        />
      )}
    </ProviderLayout>
  )
}

export const documentPage = page({
  path: '/providers/:provider/evidence/:document',
  permission: 'evidence.read',
  discloses: 'nothing personal',
  load: openDocument,
  view: model => documentView(model, untouched),
})

export const evidenceUpload = uploadPage({
  path: '/providers/:provider/evidence/:document/upload',
  permission: 'provider.keep',
  discloses: 'nothing personal',
  load: async (visit: InDocument) => {
    const model = await openDocument(visit)
    await refuseUnlessKept(visit.tx, model.provider.id)
    if (!model.current) throw new NotFound()
    return model
  },
  view: (model: OpenDocument, form) => documentView(model, form),
  received: async (visit, { current, provider, kind }: OpenDocument, file) => {
    if (!current) throw new NotFound()
    await addEvidenceFile(visit, { id: current.id, providerId: provider.id }, file, {
      isScanned: hasScanner(visit),
    })
    visit.flash(addedWords(visit, 'The file', file))
    return `/providers/${provider.id}/evidence/${kind.id}`
  },
})
