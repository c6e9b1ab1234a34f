import { z } from 'zod'
import { Refusal } from '#domain/refusal.ts'
import { Button, InsetText, Pagination } from '#govuk/index.ts'
import { pictureResponse } from '#platform/files/file-response.ts'
import {
  isShown,
  NotShown,
  type PagePicture,
  pagePicture,
  type ShownType,
} from '#platform/files/page-picture.ts'
import type { Site } from '#platform/http/visit.ts'
import { bytesOf } from './bytes-of.ts'

interface Viewed {
  readonly id: string
  readonly name: string
  readonly mediaType: string
}

/** Which page is looked at. */
export const PageQuery = z.object({
  page: z.coerce.number().int().min(1).max(2_000).catch(1).default(1),
})

/** How many pages can be shown here: of what is neither picture nor PDF, or cannot be read, none. */
export async function pagesToShow(site: Site, { id, mediaType }: Viewed): Promise<number> {
  if (!isShown(mediaType)) return 0
  try {
    return (await pagePicture(bytesOf(site, id), { mediaType })).pages
  } catch (error) {
    if (error instanceof NotShown) return 0
    throw error
  }
}

/** One page of it as a picture. */
export async function pictureOf(
  site: Site,
  { id, mediaType }: Viewed,
  page: number,
): Promise<Response> {
  const { png } = isShown(mediaType) ? await drawn(bytesOf(site, id), mediaType, page) : {}
  if (png) return pictureResponse(png)
  throw new Refusal('This cannot be shown here. Download it instead.')
}

const drawn = (bytes: Buffer, mediaType: ShownType, page: number) =>
  pagePicture(bytes, { mediaType, page }).catch((error: unknown): Partial<PagePicture> => {
    if (error instanceof NotShown) return {}
    throw error
  })

/** A document within the application: nothing of it runs, and nobody else is asked for it. */
export const FileView = ({
  file,
  pages,
  page,
  address,
}: {
  file: Viewed
  pages: number
  page: number
  /** Where the file is downloaded; its view and its pictures are below. */
  address: string
}) => (
  <>
    {pages === 0 ? (
      <InsetText>
        This kind of document, or this document, cannot be shown here. Download it to read it.
      </InsetText>
    ) : (
      <>
        <p class="govuk-body">
          A picture of the document. Text in it cannot be read aloud: download it for a screen
          reader.
        </p>
        <img
          class="onroll-page-picture"
          src={`${address}/picture?page=${page}`}
          alt={pages === 1 ? file.name : `${file.name}, page ${page} of ${pages}`}
        />
        <Pagination
          page={page}
          pageSize={1}
          total={pages}
          things="pages"
          href={to => `${address}/view?page=${to}`}
        />
      </>
    )}
    <Button href={address} variant="secondary">
      Download
    </Button>
  </>
)
