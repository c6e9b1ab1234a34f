import { may } from '#domain/permissions.ts'
import {
  FileView,
  PageQuery,
  pagesToShow,
  pictureOf,
  refuseUnopenable,
} from '#features/files/index.ts'
import { ActionBar, BackLink, Button, InsetText, Layout, PageHeading } from '#govuk/index.ts'
import { download, page } from '#platform/http/page.tsx'
import { fileOf, type InFile, viewed } from './files.pages.tsx'

const openable = async (visit: InFile) => {
  const file = await fileOf(visit)
  refuseUnopenable(file)
  return file
}

/** A file of a document, looked at without leaving Onroll. What is in it is told by its pictures, each remembered. */
export const viewEvidencePage = page({
  path: '/providers/:provider/evidence/:document/files/:file/view',
  permission: 'evidence.read',
  query: PageQuery,
  discloses: 'nothing personal',
  load: async visit => {
    const file = await openable(visit)
    const pages = await pagesToShow(visit.site, file)
    return {
      file,
      pages,
      page: Math.min(visit.query.page, Math.max(1, pages)),
      sights: may(visit.me, 'evidence.sight'),
    }
  },
  view: ({ file, pages, page: at, sights }) => {
    const document = `/providers/${file.provider.id}/evidence/${file.document}`
    return (
      <Layout title={file.name} before={<BackLink href={document} />}>
        <ActionBar
          actions={
            sights &&
            file.supersededAt === null && (
              <Button href={`${document}/sighting?how=in+Onroll`}>Record what you saw</Button>
            )
          }
        >
          <PageHeading caption={file.provider.name}>{file.name}</PageHeading>
        </ActionBar>
        {file.supersededAt && (
          <InsetText>
            This belongs to an earlier version.{' '}
            <a class="govuk-link" href={document}>
              The version that stands now
            </a>
          </InsetText>
        )}
        <FileView file={file} pages={pages} page={at} address={`${document}/files/${file.id}`} />
      </Layout>
    )
  },
})

export const evidencePicture = download({
  path: '/providers/:provider/evidence/:document/files/:file/picture',
  permission: 'evidence.read',
  query: PageQuery,
  load: openable,
  discloses: viewed,
  body: (file, { site, query }) => pictureOf(site, file, query.page),
})
