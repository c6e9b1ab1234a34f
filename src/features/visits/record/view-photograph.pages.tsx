import {
  FileView,
  PageQuery,
  pagesToShow,
  pictureOf,
  refuseUnopenable,
} from '#features/files/index.ts'
import { download, page } from '#platform/http/page.tsx'
import { VisitFrame, visitHref } from '../frame.tsx'
import { type InFile, photographOf, viewed } from './photograph.pages.tsx'

const openable = async (visit: InFile) => {
  const { visit: row, file } = await photographOf(visit)
  refuseUnopenable(file)
  return { visit: row, file: { ...file, mediaType: file.media_type } }
}

/** A photograph or document of a visit, looked at without leaving Onroll. */
export const viewPhotographPage = page({
  path: '/visits/:visit/photographs/:file/view',
  permission: 'visit.read',
  query: PageQuery,
  discloses: 'nothing personal',
  load: async visit => {
    const model = await openable(visit)
    const pages = await pagesToShow(visit.site, model.file)
    return { ...model, pages, page: Math.min(visit.query.page, Math.max(1, pages)) }
  },
  view: ({ visit, file, pages, page: at }) => (
    <VisitFrame visit={visit} title={file.name}>
      <FileView
        file={file}
        pages={pages}
        page={at}
        address={`${visitHref(visit)}/photographs/${file.id}`}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`${visitHref(visit)}/photographs`}>
          All photographs and documents
        </a>
      </p>
    </VisitFrame>
  ),
})

export const photographPicture = download({
  path: '/visits/:visit/photographs/:file/picture',
  permission: 'visit.read',
  query: PageQuery,
  load: openable,
  discloses: viewed,
  body: ({ file }, { site, query }) => pictureOf(site, file, query.page),
})
