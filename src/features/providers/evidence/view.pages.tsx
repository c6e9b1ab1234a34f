import {
  FileView,
  PageQuery,
  pagesToShow,
  pictureOf,
  refuseUnopenable,
} from '#features/files/index.ts'
import { BackLink, Layout, PageHeading } from '#govuk/index.ts'
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
    return { file, pages, page: Math.min(visit.query.page, Math.max(1, pages)) }
  },
  view: ({ file, pages, page: at }) => {
    const document = `/providers/${file.provider.id}/evidence/${file.document}`
    return (
      <Layout title={file.name} before={<BackLink href={document} />}>
        <PageHeading caption={file.provider.name}>{file.name}</PageHeading>
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
